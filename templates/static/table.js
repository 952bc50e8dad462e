// The table of targets: filters that live in the address, and sorting by the head of a column.
(function () {
  "use strict";
  var form = document.querySelector("[data-table]"), table = document.getElementById(form.dataset.table), body = table.tBodies[0];
  var rows = Array.prototype.slice.call(body.rows), address = new URLSearchParams(location.search), status = form.querySelector("[data-count]");
  var selects = Array.prototype.slice.call(form.querySelectorAll("select"));

  function apply() {
    var shown = 0;
    rows.forEach(function (row) {
      row.hidden = selects.some(function (select) { return select.value && (row.dataset[select.name] || "").indexOf(select.value) < 0; });
      if (!row.hidden) shown += 1;
    });
    status.textContent = status.dataset.count.replace("{n}", shown);
  }
  selects.forEach(function (select) { if (address.get(select.name)) select.value = address.get(select.name); });
  form.addEventListener("change", function () {
    apply();
    var query = new URLSearchParams();
    selects.forEach(function (select) { if (select.value) query.set(select.name, select.value); });
    history.replaceState(null, "", String(query) ? "?" + query : location.pathname);
  });
  form.addEventListener("submit", function (event) { event.preventDefault(); });

  Array.prototype.forEach.call(table.tHead.rows[0].cells, function (head, index) {
    var button = document.createElement("button");
    button.type = "button";
    button.textContent = head.textContent;
    head.replaceChildren(button);
    button.addEventListener("click", function () {
      var down = head.getAttribute("aria-sort") === "ascending";
      Array.prototype.forEach.call(table.tHead.rows[0].cells, function (other) { other.removeAttribute("aria-sort"); });
      head.setAttribute("aria-sort", down ? "descending" : "ascending");
      var key = function (row) { var cell = row.cells[index]; return cell.dataset.sort || cell.textContent.trim(); };
      rows.slice().sort(function (a, b) { return key(a).localeCompare(key(b), document.documentElement.lang, { numeric: true }) * (down ? -1 : 1); })
        .forEach(function (row) { body.appendChild(row); });
    });
  });
  apply();
})();

// Two reports in parallel: puts the chosen report's statements into its column, from a script made at build time.
(function () {
  "use strict";
  var form = document.querySelector("[data-parallel]"), address = new URLSearchParams(location.search);
  var heads = document.querySelectorAll("[data-head]"), english = document.documentElement.lang === "en";

  function load(id, then) {
    if (window.duizhaoParallel && window.duizhaoParallel[id]) return then();
    var script = document.createElement("script");
    script.src = form.dataset.parallel + "/" + id + ".js";
    script.onload = then;
    document.head.appendChild(script);
  }
  function element(name, text, attributes) {
    var made = document.createElement(name);
    made.textContent = text || "";
    Object.keys(attributes || {}).forEach(function (key) { made.setAttribute(key, attributes[key]); });
    return made;
  }
  function item(row) {
    var line = element("li", "", { "data-kind": row[0] }), box = element("div");
    var letter = element("span", "", { "class": "letter", title: row[1] });
    letter.appendChild(element("span", "", { "aria-hidden": "true", "class": "sign" }));
    letter.appendChild(element("span", row[1] + ": ", { "class": "away" }));
    if (english) box.appendChild(element("p", row[2]));
    var quote = element("p", "", { "class": english ? "quote" : "quote lead", lang: "zh-Hans" });
    quote.appendChild(element("a", row[3], { href: form.dataset.top + row[4] }));
    box.appendChild(quote);
    box.appendChild(element("p", row[5], { "class": "from" }));
    line.appendChild(letter);
    line.appendChild(box);
    return line;
  }
  function fill(side, index) {
    var select = form.elements[side], id = select.value;
    load(id, function () {
      heads[index].textContent = select.selectedOptions[0].textContent;
      var themes = window.duizhaoParallel[id], names = Object.keys(themes);
      document.querySelectorAll('td[data-side="' + side + '"]').forEach(function (cell, number) {
        var rows = themes[names[number]];
        cell.replaceChildren();
        if (!rows.length) return cell.appendChild(element("p", form.dataset.silent, { "class": "silent" }));
        var list = element("ul", "", { "class": "says" });
        rows.forEach(function (row) { list.appendChild(item(row)); });
        cell.appendChild(list);
      });
    });
  }
  ["left", "right"].forEach(function (side, index) {
    var select = form.elements[side];
    select.addEventListener("change", function () {
      fill(side, index);
      history.replaceState(null, "", "?" + new URLSearchParams(new FormData(form)));
    });
    if (address.get(side)) { select.value = address.get(side); if (select.value) fill(side, index); }
  });
})();

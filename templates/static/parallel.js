// Two reports in parallel: puts the chosen report's statements into its column, from the scripts of its texts, which the
// search reads too (duizhao/search.py).
(function () {
  "use strict";
  var form = document.querySelector("[data-parallel]"), address = new URLSearchParams(location.search);
  var heads = document.querySelectorAll("[data-head]"), english = document.documentElement.lang === "en";

  function load(names, then) {
    var missing = names.filter(function (name) { return !window.duizhaoTexts || !window.duizhaoTexts[name]; });
    if (!missing.length) return then();
    var script = document.createElement("script");
    script.src = form.dataset.top + "reports/" + missing[0] + ".js";
    script.onload = function () { load(names, then); };
    document.head.appendChild(script);
  }
  function element(name, text, attributes) {
    var made = document.createElement(name);
    made.textContent = text || "";
    Object.keys(attributes || {}).forEach(function (key) { made.setAttribute(key, attributes[key]); });
    return made;
  }
  // A row: id, number of the block, kind, themes, start and end within the block in code points, figures, gloss.
  function item(id, text, row) {
    var line = element("li", "", { "data-kind": row[2] }), box = element("div"), kind = form.dataset[row[2]], language = english ? "en" : "zh";
    var letter = element("span", "", { "class": "letter", title: kind }), block = text.blocks[row[1]];
    letter.appendChild(element("span", "", { "aria-hidden": "true", "class": "sign" }));
    letter.appendChild(element("span", kind + ": ", { "class": "away" }));
    if (english) box.appendChild(element("p", row[7]));
    var quote = element("p", "", { "class": english ? "quote" : "quote lead", lang: "zh-Hans" });
    var address = form.dataset.edition + "reports/" + id + "/index.html#" + row[0];
    quote.appendChild(element("a", Array.from(block[1]).slice(row[4], row[5]).join(""), { href: address }));
    box.appendChild(quote);
    var source = { district: text.district[language], report: text.title[language], block: block[0].slice(1) };
    box.appendChild(element("p", form.dataset.source.replace(/\{(\w+)\}/g, function (_, name) { return source[name]; }), { "class": "from" }));
    line.appendChild(letter);
    line.appendChild(box);
    return line;
  }
  function fill(side, index) {
    var select = form.elements[side], id = select.value;
    load([id + "/text.zh", id + "/statements"], function () {
      heads[index].textContent = select.selectedOptions[0].textContent;
      var text = window.duizhaoTexts[id + "/text.zh"], statements = window.duizhaoTexts[id + "/statements"];
      document.querySelectorAll('td[data-side="' + side + '"]').forEach(function (cell) {
        var theme = cell.parentNode.dataset.theme, rows = [];
        statements.forEach(function (row) { if (row[3][0] === theme) rows.push(item(id, text, row)); });
        cell.replaceChildren();
        if (!rows.length) return cell.appendChild(element("p", form.dataset.silent, { "class": "silent" }));
        var list = element("ul", "", { "class": "says" });
        rows.forEach(function (row) { list.appendChild(row); });
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

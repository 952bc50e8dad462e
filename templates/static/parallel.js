// Two reports in parallel: puts the chosen report's statements into its column, from the scripts of its texts, which the
// search reads too (duizhao/search.py).
(function () {
  "use strict";
  var form = document.querySelector("[data-parallel]"), address = new URLSearchParams(location.search);
  // The folders of the site and of this language's pages, of which the form names the first page.
  var top = form.dataset.top.replace(/index\.html$/, ""), edition = form.dataset.edition.replace(/index\.html$/, "");
  var heads = document.querySelectorAll("[data-head]"), english = document.documentElement.lang === "en";

  var loads = {};
  // The scripts of a report's text and statements, one after the other, and then what is to be done with them.
  function load(option, then) {
    var missing = ["text.zh", "statements"].map(function (name) { return "reports/" + option.value + "/" + name + ".js?v=" + option.dataset.version; })
      .filter(function (path) { return !loads[path]; })[0];
    if (!missing) return then();
    var script = document.createElement("script");
    script.src = top + missing;
    script.onload = function () { loads[missing] = true; load(option, then); };
    document.head.appendChild(script);
  }
  function element(name, text, attributes) {
    var made = document.createElement(name);
    made.textContent = text || "";
    Object.keys(attributes || {}).forEach(function (key) { made.setAttribute(key, attributes[key]); });
    return made;
  }
  // A statement is a row: id, number of the block, kind, themes, start and end within the block in code points, figures, gloss.
  function item(id, text, row) {
    var name = row[0], block = text.blocks[row[1]], kind = row[2], start = row[4], end = row[5], gloss = row[7];
    var line = element("li", "", { "data-kind": kind }), box = element("div"), language = english ? "en" : "zh";
    var letter = element("span", "", { "class": "letter", title: form.dataset[kind] });
    letter.appendChild(element("span", "", { "aria-hidden": "true", "class": "sign" }));
    letter.appendChild(element("span", form.dataset[kind] + ": ", { "class": "away" }));
    if (english) box.appendChild(element("p", gloss));
    var quote = element("p", "", { "class": english ? "quote" : "quote lead", lang: "zh-Hans" });
    var address = edition + "reports/" + id + "/index.html#" + name;
    quote.appendChild(element("a", Array.from(block[1]).slice(start, end).join(""), { href: address }));
    box.appendChild(quote);
    var source = { district: text.district[language], report: text.title[language], block: block[0].slice(1) };
    box.appendChild(element("p", form.dataset.source.replace(/\{(\w+)\}/g, function (_, name) { return source[name]; }), { "class": "from" }));
    line.appendChild(letter);
    line.appendChild(box);
    return line;
  }
  function fill(side, index) {
    var select = form.elements[side], option = select.selectedOptions[0], id = option.value;
    load(option, function () {
      if (select.value !== id) return; // another has been chosen since
      heads[index].textContent = option.textContent;
      var text = window.duizhaoTexts[id + "/text.zh"], statements = window.duizhaoTexts[id + "/statements"];
      document.querySelectorAll('td[data-side="' + side + '"]').forEach(function (cell) {
        var theme = cell.parentNode.dataset.theme, rows = [];
        statements.forEach(function (row) { if (row[3][0] === theme) rows.push(item(id, text, row)); });
        cell.replaceChildren();
        if (!rows.length) return cell.appendChild(element("p", option.dataset.silent || form.dataset.silent, { "class": "silent" }));
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

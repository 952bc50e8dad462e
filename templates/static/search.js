// The search page: every block that contains the words literally. The texts are a script, loaded on first use.
(function () {
  "use strict";
  var form = document.querySelector("[data-search]"), field = form.elements.q, results = document.getElementById("results");
  var status = document.getElementById("search-status"), width = 36;

  function folded(text) {
    // Character by character, so that offsets in the folded text lead back to the text as it stands.
    var chars = [], origins = [];
    Array.from(text).reduce(function (at, char) {
      Array.from(char.normalize("NFKC").toLowerCase()).forEach(function (part) { if (part.trim()) { chars.push(part); origins.push(at); } });
      return at + char.length;
    }, 0);
    return { text: chars.join(""), origins: origins };
  }
  function load(then) {
    if (window.duizhaoTexts) return then();
    var script = document.createElement("script");
    script.src = form.dataset.search;
    script.onload = then;
    document.head.appendChild(script);
  }
  function element(name, text, className) {
    var made = document.createElement(name);
    if (text) made.textContent = text;
    if (className) made.className = className;
    return made;
  }
  function snippet(text, query, lang) {
    var f = folded(text), at = f.text.indexOf(query);
    if (at < 0) return null;
    var start = f.origins[at], last = f.origins[at + query.length - 1], end = last + (text.codePointAt(last) > 65535 ? 2 : 1);
    var line = element("span");
    line.lang = lang;
    line.append((start > width ? "…" : "") + text.slice(Math.max(0, start - width), start), element("mark", text.slice(start, end), "hit"),
                text.slice(end, end + width) + (end + width < text.length ? "…" : ""));
    return line;
  }
  function run() {
    var query = folded(field.value).text;
    results.replaceChildren();
    status.textContent = "";
    if (!query) return;
    if (Array.from(query).length < 2) { status.textContent = form.dataset.short; return; }
    load(function () {
      var data = window.duizhaoTexts, groups = {}, count = 0;
      data.blocks.forEach(function (block) {
        var line = snippet(block[2], query, "zh-Hans") || snippet(block[3], query, "en");
        if (!line) return;
        count += 1;
        var report = data.reports[block[0]];
        if (!groups[report.id]) {
          groups[report.id] = element("section", "", "result-group");
          groups[report.id].appendChild(element("h2", report.district + ", " + report.title + ", " + report.date));
          results.appendChild(groups[report.id]);
        }
        var item = element("p", "", "result"), link = element("a");
        item.dataset.report = report.id;
        item.dataset.block = block[1];
        link.href = form.dataset.top + report.path + "#" + block[1];
        link.append(element("span", "¶" + block[1] + " ", "where"), line);
        item.appendChild(link);
        groups[report.id].appendChild(item);
      });
      status.textContent = count ? form.dataset.count.replace("{n}", count) : form.dataset.none;
    });
  }
  form.addEventListener("submit", function (event) {
    event.preventDefault();
    history.replaceState(null, "", "?" + new URLSearchParams({ q: field.value }));
    run();
  });
  field.addEventListener("input", run);
  field.value = new URLSearchParams(location.search).get("q") || "";
  run();
})();

// Citing: a statement in four formats, or the selected words with where they stand.
(function () {
  "use strict";
  var report = JSON.parse(document.getElementById("citation").textContent);
  var dialog = document.getElementById("cite-dialog"), formats = document.getElementById("cite-formats");
  var floating = document.getElementById("cite-selection"), words = formats.dataset;

  function address(fragment) { return location.protocol === "file:" ? report.address + "#" + fragment : location.origin + location.pathname + "#" + fragment; }
  function today() { return new Date().toISOString().slice(0, 10); }
  // Text that TeX prints as it stands.
  function tex(text) {
    var named = { "\\": "\\textbackslash{}", "~": "\\textasciitilde{}", "^": "\\textasciicircum{}" };
    return text.replace(/[\\{}%&#_$~^]/g, function (sign) { return named[sign] || "\\" + sign; });
  }
  function paragraph(block) { return words.paragraph.replace("{n}", block.replace(/^[ph]/, "")); }

  // GB/T 7714-2015, English, BibTeX and CSL-JSON of a quotation in a block, by its fragment.
  function cited(quote, block, fragment) {
    var url = address(fragment), key = report.id + "-" + fragment, lead = report.author ? report.author + ". " : "";
    var year = report.date.slice(0, 4);
    return [
      ["GB/T 7714", (report.authorZh ? report.authorZh + ". " : "") + report.titleZh + "[" + report.type + "]. " + report.place + ", " + report.date +
        "[" + today() + "]. " + url + ". “" + quote + "”"],
      ["English", lead + report.title + ", " + report.date + ", " + paragraph(block) + ": “" + quote + "”. " + report.site + ", " + url],
      ["BibTeX", "@misc{" + key + ",\n  title = {" + tex(report.titleZh) + "},\n" + (report.authorZh ? "  author = {" + tex(report.authorZh) + "},\n" : "") +
        "  year = {" + year + "},\n  note = {" + tex(quote) + "},\n  url = {" + url + "},\n  urldate = {" + today() + "},\n  langid = {chinese}\n}"],
      ["CSL-JSON", JSON.stringify({ id: key, type: "report", title: report.titleZh, author: report.authorZh ? [{ literal: report.authorZh }] : [],
        issued: { "date-parts": [report.date.split("-").map(Number)] }, URL: url, language: "zh-CN", note: quote,
        accessed: { "date-parts": [today().split("-").map(Number)] } }, null, 1)]
    ];
  }
  function copy(text, button) {
    var done = function () { var before = button.textContent; button.textContent = words.copied; setTimeout(function () { button.textContent = before; }, 1600); };
    if (navigator.clipboard && window.isSecureContext) return navigator.clipboard.writeText(text).then(done);
    var area = document.createElement("textarea"); // a folder on disk has no clipboard of its own
    area.value = text;
    (dialog.open ? dialog : document.body).appendChild(area);
    area.select();
    document.execCommand("copy");
    area.remove();
    done();
  }
  function show(quote, block, fragment) {
    formats.replaceChildren();
    cited(quote, block, fragment).forEach(function (row) {
      var box = document.createElement("section"), head = document.createElement("h3"), text = document.createElement("pre"), button = document.createElement("button");
      head.textContent = row[0];
      text.textContent = row[1];
      text.tabIndex = 0;
      text.setAttribute("aria-label", row[0]);
      button.type = "button";
      button.className = "go quiet";
      button.textContent = words.copy;
      button.addEventListener("click", function () { copy(row[1], button); });
      box.append(head, text, button);
      formats.appendChild(box);
    });
    dialog.showModal();
  }
  document.querySelectorAll(".card").forEach(function (card) {
    var button = document.createElement("button"), footer = card.querySelector("footer");
    button.type = "button";
    button.className = "cite";
    button.textContent = words.cite;
    button.addEventListener("click", function () {
      show(card.querySelector("[lang|=zh]:is(.quote, .gloss)").textContent, card.querySelector(".close").hash.slice(1), card.id);
    });
    footer.insertBefore(button, footer.lastElementChild);
  });

  function selected() {
    var selection = document.getSelection(), text = String(selection).trim();
    var node = text && selection.anchorNode, element = node && (node.nodeType === 1 ? node : node.parentElement);
    var block = element && element.closest(".text .block, .text h2, .text h3");
    return block ? { text: text, block: block.id } : null;
  }
  document.addEventListener("selectionchange", function () { floating.hidden = !selected(); });
  floating.addEventListener("mousedown", function (event) { event.preventDefault(); });
  floating.addEventListener("click", function () {
    var now = selected();
    if (now) copy("“" + now.text + "” (" + cited(now.text, now.block, now.block)[1][1].replace(": “" + now.text + "”", "") + ")", floating);
  });
})();

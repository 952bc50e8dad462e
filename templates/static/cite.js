// Citing: a statement in four formats, or the selected words with where they stand.
(() => {
  "use strict";
  const report = JSON.parse(document.getElementById("citation").textContent);
  const dialog = document.getElementById("cite-dialog");
  const formats = document.getElementById("cite-formats");
  const floating = document.getElementById("cite-selection");
  const words = formats.dataset;

  function address(fragment) {
    const page = location.protocol === "file:" ? report.address : location.origin + location.pathname;
    return `${page}#${fragment}`;
  }
  const today = () => new Date().toISOString().slice(0, 10);
  const numbers = (date) => date.split("-").map(Number);

  function standard(quote, url) {
    const lead = report.authorZh ? `${report.authorZh}. ` : "";
    const source = `${lead}${report.titleZh}[${report.type}]. ${report.place}, ${report.date}[${today()}]`;
    return `${source}. ${url}. “${quote}”`;
  }
  // Without its words it is what a selection is copied with.
  function english(quote, block, url) {
    const lead = report.author ? `${report.author}. ` : "";
    const paragraph = words.paragraph.replace("{n}", block.replace(/^[ph]/, ""));
    return `${lead}${report.title}, ${report.date}, ${paragraph}${quote && `: “${quote}”`}. ${report.site}, ${url}`;
  }
  // Text that TeX prints as it stands.
  const NAMED = { "\\": "\\textbackslash{}", "~": "\\textasciitilde{}", "^": "\\textasciicircum{}" };
  const tex = (text) => text.replace(/[\\{}%&#_$~^]/g, (sign) => NAMED[sign] || `\\${sign}`);
  function bibtex(quote, key, url) {
    const author = report.authorZh ? [`author = {${tex(report.authorZh)}}`] : [];
    const fields = [
      `title = {${tex(report.titleZh)}}`,
      ...author,
      `year = {${report.date.slice(0, 4)}}`,
      `note = {${tex(quote)}}`,
      `url = {${url}}`,
      `urldate = {${today()}}`,
      "langid = {chinese}",
    ];
    return `@misc{${key},\n  ${fields.join(",\n  ")}\n}`;
  }
  function csl(quote, key, url) {
    const item = {
      id: key,
      type: "report",
      title: report.titleZh,
      author: report.authorZh ? [{ literal: report.authorZh }] : [],
      issued: { "date-parts": [numbers(report.date)] },
      URL: url,
      language: "zh-CN",
      note: quote,
      accessed: { "date-parts": [numbers(today())] },
    };
    return JSON.stringify(item, null, 1);
  }
  // GB/T 7714-2015, English, BibTeX and CSL-JSON of a quotation in a block, by its fragment.
  function cited(quote, block, fragment) {
    const url = address(fragment);
    const key = `${report.id}-${fragment}`;
    return [
      ["GB/T 7714", standard(quote, url)],
      ["English", english(quote, block, url)],
      ["BibTeX", bibtex(quote, key, url)],
      ["CSL-JSON", csl(quote, key, url)],
    ];
  }

  function copied(button) {
    const before = button.textContent;
    button.textContent = words.copied;
    setTimeout(() => {
      button.textContent = before;
    }, 1600);
  }
  function copy(text, button) {
    if (navigator.clipboard && window.isSecureContext) {
      navigator.clipboard.writeText(text).then(() => copied(button));
      return;
    }
    const area = document.createElement("textarea"); // a folder on disk has no clipboard of its own
    area.value = text;
    (dialog.open ? dialog : document.body).append(area);
    area.select();
    document.execCommand("copy");
    area.remove();
    copied(button);
  }

  function buttonOf(name, label, act) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = name;
    button.textContent = label;
    button.addEventListener("click", () => act(button));
    return button;
  }
  function show(quote, block, fragment) {
    formats.replaceChildren();
    for (const [name, citation] of cited(quote, block, fragment)) {
      const box = document.createElement("section");
      const head = document.createElement("h3");
      const text = document.createElement("pre");
      head.textContent = name;
      text.textContent = citation;
      text.tabIndex = 0;
      text.setAttribute("aria-label", name);
      box.append(
        head,
        text,
        buttonOf("go quiet", words.copy, (button) => copy(citation, button)),
      );
      formats.append(box);
    }
    dialog.showModal();
  }
  for (const card of document.querySelectorAll(".card")) {
    const button = buttonOf("cite", words.cite, () => {
      const quote = card.querySelector("[lang|=zh]:is(.quote, .gloss)").textContent;
      show(quote, card.querySelector(".close").hash.slice(1), card.id);
    });
    const footer = card.querySelector("footer");
    footer.insertBefore(button, footer.lastElementChild);
  }

  function selected() {
    const selection = document.getSelection();
    const text = String(selection).trim();
    const node = text && selection.anchorNode;
    const element = node && (node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement);
    const block = element && element.closest(".text .block, .text h2, .text h3");
    return block ? { text, block: block.id } : null;
  }
  document.addEventListener("selectionchange", () => {
    floating.hidden = !selected();
  });
  floating.addEventListener("mousedown", (event) => event.preventDefault());
  floating.addEventListener("click", () => {
    const now = selected();
    if (now) copy(`“${now.text}” (${english("", now.block, address(now.block))})`, floating);
  });
})();

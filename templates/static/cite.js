// Citing: a statement in four formats, or the selected words with where they stand. What is cited is read from data: the
// page may have been translated, or marked by the browser.
(() => {
  "use strict";
  const report = JSON.parse(document.getElementById("citation").textContent);
  const dialog = document.getElementById("cite-dialog");
  const formats = document.getElementById("cite-formats");
  const floating = document.getElementById("cite-selection");
  const words = formats.dataset;
  const address = (fragment) => `${report.address}#${fragment}`;
  // Today where the reader is, as numbers and as text: toISOString would give the day in Greenwich.
  function todayParts() {
    const now = new Date();
    return [now.getFullYear(), now.getMonth() + 1, now.getDate()];
  }
  const today = () =>
    todayParts()
      .map((part) => String(part).padStart(2, "0"))
      .join("-");
  const standard = (url) => `${report.gbt}[${today()}]. ${url}.`;
  // Without its words it is what a selection is copied with.
  function sentence(quote, block, url) {
    const paragraph = words.paragraph.replace("{n}", block.replace(/^[ph]/, ""));
    return `${report.lead}${report.title}, ${report.date}, ${paragraph}${quote && `: “${quote}”`}. ${report.site}, ${url}`;
  }
  // Text that TeX prints as it stands. BibTeX counts braces even behind a backslash, so that they go by their names.
  const NAMED = {
    "\\": "\\textbackslash{}",
    "{": "\\textbraceleft{}",
    "}": "\\textbraceright{}",
    "~": "\\textasciitilde{}",
    "^": "\\textasciicircum{}",
  };
  const tex = (text) => text.replace(/[\\{}%&#_$~^]/g, (sign) => NAMED[sign] || `\\${sign}`);
  function bibtex(quote, key, url) {
    const authors = report.authors.map(({ name, whole }) => (whole ? `{${tex(name)}}` : tex(name)));
    const fields = [
      `title = {${tex(report.titleZh)}}`,
      ...(authors.length ? [`author = {${authors.join(" and ")}}`] : []),
      `year = {${report.year}}`,
      `note = {${tex(quote)}}`,
      `url = {${url}}`,
      `urldate = {${today()}}`,
      "langid = {chinese}",
    ];
    return `@misc{${key},\n  ${fields.join(",\n  ")}\n}`;
  }
  function csl(quote, key, url) {
    const accessed = { "date-parts": [todayParts()] };
    return JSON.stringify([{ id: key, ...report.csl, URL: url, note: quote, accessed }], null, 1);
  }
  // A statement in every form: GB/T 7714-2015, a sentence in the page's language, BibTeX, CSL-JSON.
  function cited(fragment, block, quote) {
    const url = address(fragment);
    const key = `${report.id}-${fragment}`;
    return [
      ["GB/T 7714", `${standard(url)} “${quote}”`],
      [words.sentence, sentence(quote, block, url)],
      ["BibTeX", bibtex(quote, key, url)],
      ["CSL-JSON", csl(quote, key, url)],
    ];
  }
  document.getElementById("gbt7714").textContent = standard(report.address);

  // Pressed again while it says so, a button still knows what it said before.
  const labels = new Map();
  function copied(button) {
    const before = labels.get(button) || { text: button.textContent, wait: 0 };
    clearTimeout(before.wait);
    labels.set(button, before);
    button.textContent = words.copied;
    before.wait = setTimeout(() => {
      button.textContent = before.text;
      labels.delete(button);
    }, 1600);
  }
  function copy(text, button) {
    if (!navigator.clipboard || !window.isSecureContext) {
      copyByHand(text, button);
      return;
    }
    navigator.clipboard.writeText(text).then(
      () => copied(button),
      () => copyByHand(text, button),
    );
  }
  // For a folder on disk, which has no clipboard of its own, and a reader who gives none away.
  function copyByHand(text, button) {
    const area = document.createElement("textarea");
    area.value = text;
    (dialog.open ? dialog : document.body).append(area);
    area.select();
    const done = document.execCommand("copy");
    area.remove();
    button.focus({ preventScroll: true });
    if (done) copied(button);
  }

  function buttonOf(name, label, act) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = name;
    button.textContent = label;
    button.addEventListener("click", () => act(button));
    return button;
  }
  async function show(card) {
    const [block, quote] = await window.duizhaoQuoted(card);
    formats.replaceChildren();
    for (const [name, citation] of cited(card.id, block, quote)) {
      const box = document.createElement("section");
      const head = document.createElement("h3");
      const text = document.createElement("pre");
      head.textContent = name;
      text.textContent = citation;
      text.tabIndex = 0;
      text.setAttribute("aria-label", name);
      text.translate = false;
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
    const button = buttonOf("cite", words.cite, () => show(card));
    const footer = card.querySelector("footer");
    footer.append(button);
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
    if (now) copy(`“${now.text}” (${sentence("", now.block, address(now.block))})`, floating);
  });
})();

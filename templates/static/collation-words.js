// A promise and its later words marked in their row, as the wording pages mark them: of the words that the row shows, when
// a reader asks for it.
(() => {
  "use strict";
  const { reworded, show } = window.duizhaoRewording;
  const key = document.getElementById("marking");
  const said = key.dataset;
  const words = said.wholeWords.split("|");
  const quoteIn = (box) => box.querySelector(".zh-quote").textContent.trim();
  const lettersOf = (runs) => runs.flatMap(({ text }) => text.match(/[\p{L}\p{N}]/gu) || []).length;

  function line(name, text = "") {
    const made = document.createElement("p");
    made.className = name;
    made.textContent = text;
    return made;
  }
  function quoteOf(runs) {
    const made = line("zh-quote");
    made.lang = "zh-Hans";
    made.translate = false;
    show(made, runs);
    return made;
  }
  // The promise above later words, marked; of words that hardly share any that they do.
  function pairOf(promise, later) {
    const made = reworded(promise, quoteIn(later), words);
    const box = document.createElement("div");
    box.className = "reworded";
    const from = line("from");
    from.append(later.querySelector(".from a").cloneNode(true));
    const [shorter, longer] = [made.letters, lettersOf(made.new)].sort((one, other) => one - other);
    if (made.kept < Math.max(1, Number(said.shorter) * shorter, Number(said.longer) * longer)) {
      box.append(from, line("note", said.few));
    } else {
      const kept = said.kept.replace("{kept}", made.kept).replace("{letters}", made.letters);
      box.append(from, quoteOf(made.old), quoteOf(made.new), line("note", kept));
    }
    return box;
  }
  function fill(fold, row) {
    const promise = quoteIn(row.querySelector(".promise"));
    const later = [...row.querySelectorAll(".later")].map((one) => pairOf(promise, one));
    fold.append(key.content.cloneNode(true), ...later);
  }
  function offer(link) {
    const button = document.createElement("button");
    const fold = document.createElement("div");
    const row = link.closest("tr");
    const name = document.createElement("span");
    name.className = "away";
    name.textContent = ` ${row.id}`;
    button.type = "button";
    button.className = "pick";
    button.ariaExpanded = "false";
    button.append(said.show, name);
    fold.className = "marked-words";
    fold.hidden = true;
    button.addEventListener("click", () => {
      if (!fold.childElementCount) fill(fold, row);
      fold.hidden = !fold.hidden;
      button.ariaExpanded = String(!fold.hidden);
    });
    link.append(" ", button);
    link.after(fold);
  }
  // Rows may come later than the page.
  function offerAll() {
    for (const link of document.querySelectorAll(".by-word:not(:has(> .pick))")) offer(link);
  }
  document.addEventListener("duizhao-rows", offerAll);
  offerAll();
})();

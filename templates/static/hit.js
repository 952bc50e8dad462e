// A report page that a search has led to: marks the words of the address in the block or statement that it names.
(() => {
  "use strict";
  // As many and as long as the search gives: an address may hold anything.
  const given = new Set(new URLSearchParams(location.search).getAll("hit"));
  const words = [...given].filter((word) => word && word.length <= 400).slice(0, 12);
  const place = location.hash && document.getElementById(location.hash.slice(1));
  if (!words.length || !place) return;

  // Whether words stand within a longer number, or begin within a longer word: 8% in 28%, art in part.
  function isWithin(text, start, end) {
    const number = (char) => /\p{Nd}/u.test(char);
    const before = text.slice(Math.max(start - 2, 0), start);
    const after = text.slice(end, end + 2);
    if (number(text[end - 1]) && /^[.,，．]?\p{Nd}/u.test(after)) return true;
    if (number(text[start]) && /\p{Nd}[.,，．]$/u.test(before)) return true;
    return /[\p{Script=Latin}\p{Nd}]/u.test(text[start]) && /[\p{Script=Latin}\p{Nd}]$/u.test(before);
  }
  // The places of a word, the last first; in Chinese those within longer ones are too where it has no other.
  function placesOf(word, text, chinese) {
    const found = [];
    for (let at = text.lastIndexOf(word); at >= 0; at = at ? text.lastIndexOf(word, at - 1) : -1) found.push(at);
    const whole = found.filter((at) => !isWithin(text, at, at + word.length));
    return chinese && !whole.length ? found : whole;
  }
  // Wraps each occurrence; the words may run over the borders of highlights, so each piece of them is wrapped by itself.
  function mark(field, word) {
    const walker = document.createTreeWalker(field, NodeFilter.SHOW_TEXT);
    const nodes = [];
    let text = "";
    while (walker.nextNode()) {
      nodes.unshift({ node: walker.currentNode, start: text.length });
      text += walker.currentNode.data;
    }
    const chinese = field.closest("[lang]").lang.startsWith("zh");
    for (const at of placesOf(word, text, chinese)) wrap(nodes, at, at + word.length);
  }
  // From the last node to the first, so that the places before it stay what they are.
  function wrap(nodes, start, end) {
    for (const one of nodes) {
      const from = Math.max(start - one.start, 0);
      const to = Math.min(end - one.start, one.node.data.length);
      if (from >= to) continue;
      const range = document.createRange();
      const box = document.createElement("mark");
      box.className = "hit";
      range.setStart(one.node, from);
      range.setEnd(one.node, to);
      range.surroundContents(box);
    }
  }
  function fields() {
    if (place.matches(".block")) return place.querySelectorAll(":scope > .src, :scope > .tr");
    return place.matches(".st")
      ? document.querySelectorAll(`[id="${place.id}"], [data-en="${place.id}"], [data-of="${place.id}"]`)
      : [place];
  }
  function markAll(marked) {
    for (const word of words) for (const field of marked) mark(field, word);
  }
  markAll(fields());
  // What is said of a statement beside the text comes later.
  if (place.matches(".st"))
    window.duizhaoCards.loaded(place.id).then(
      (card) => markAll(card.querySelectorAll(".gloss, .quote")),
      () => {}, // whoever opens the card tells it
    );

  const hits = [...document.querySelectorAll(".hit")];
  const shown = () => hits.find((hit) => hit.offsetParent);
  // A hit in the language that is put away: both are shown.
  const both = document.querySelector("input[name=reading][value=both]");
  if (hits.length && !shown() && both) {
    both.checked = true;
    both.dispatchEvent(new CustomEvent("change", { detail: "visit" })); // the reader has chosen nothing
  }
  // Once more when all is loaded, since the browser itself goes to the top of the paragraph.
  function go() {
    if (shown()) shown().scrollIntoView({ block: "center" });
  }
  go();
  window.addEventListener("load", () => requestAnimationFrame(go));
})();

// A report page that a search has led to: marks the words of the address in the block or statement that it names.
(() => {
  "use strict";
  // As many and as long as the search gives: an address may hold anything.
  const given = new Set(new URLSearchParams(location.search).getAll("hit"));
  const words = [...given].filter((word) => word && word.length <= 400).slice(0, 12);
  const place = location.hash && document.getElementById(location.hash.slice(1));
  if (!words.length || !place) return;

  // Wraps each occurrence; the words may run over the borders of highlights, so each piece of them is wrapped by itself.
  function mark(field, word) {
    const walker = document.createTreeWalker(field, NodeFilter.SHOW_TEXT);
    const nodes = [];
    let text = "";
    while (walker.nextNode()) {
      nodes.unshift({ node: walker.currentNode, start: text.length });
      text += walker.currentNode.data;
    }
    for (let at = text.lastIndexOf(word); at >= 0; at = at ? text.lastIndexOf(word, at - 1) : -1)
      wrap(nodes, at, at + word.length);
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
  for (const word of words) for (const field of fields()) mark(field, word);

  const hits = [...document.querySelectorAll(".hit")];
  const shown = () => hits.find((hit) => hit.offsetParent);
  // A hit in the language that is put away: both are shown.
  const both = document.querySelector("input[name=reading][value=both]");
  if (hits.length && !shown() && both) both.click();
  // Once more when all is loaded, since the browser itself goes to the top of the paragraph.
  function go() {
    if (shown()) shown().scrollIntoView({ block: "center" });
  }
  go();
  window.addEventListener("load", () => requestAnimationFrame(go));
})();

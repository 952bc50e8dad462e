// Places of a report's text on its page: what is suggested underlined, what is pointed at found, what is selected told.
window.duizhaoEditMarks = (() => {
  "use strict";
  const BEGINNING = 100; // characters of selected words, by which they are known again

  // The words of a block as they were read; a heading has its English beside them.
  function wordsOf(id) {
    const block = document.getElementById(id);
    return block && (block.querySelector(".src") || block.querySelector("[lang='zh-Hans']"));
  }

  function textsOf(words) {
    const walker = document.createTreeWalker(words, NodeFilter.SHOW_TEXT);
    const found = [];
    for (let at = 0; walker.nextNode(); at += walker.currentNode.length) found.push({ node: walker.currentNode, at });
    return found;
  }

  function rangeOf(place) {
    const words = wordsOf(place.block);
    if (!words) return null;
    const texts = textsOf(words);
    const range = document.createRange();
    const first = texts.find(({ node, at }) => place.start < at + node.length);
    const last = texts.find(({ node, at }) => place.end <= at + node.length);
    if (!first || !last) return null;
    range.setStart(first.node, place.start - first.at);
    range.setEnd(last.node, place.end - last.at);
    return range;
  }

  const rangesOf = (places) => places.map(rangeOf).filter(Boolean);

  function draw(name, places) {
    if (CSS.highlights) CSS.highlights.set(`duizhao-${name}`, new Highlight(...rangesOf(places)));
  }

  // What waits, what is coded and not marked on this page yet, and what the card shows.
  function show(waiting, statements, current) {
    draw("suggested", waiting);
    draw(
      "taken",
      statements.filter((one) => !document.getElementById(one.id)),
    );
    draw("current", current ? [current] : []);
  }

  // Of several suggestions at a point the shortest: a paragraph holds all that stands in it.
  function under(places, x, y) {
    const holds = (box) => box.left <= x && x <= box.right && box.top <= y && y <= box.bottom;
    const found = places.filter((place) => {
      const range = rangeOf(place);
      return range && [...range.getClientRects()].some(holds);
    });
    return found.sort((one, other) => one.end - one.start - (other.end - other.start))[0];
  }

  function offsetIn(words, node, offset) {
    const range = document.createRange();
    range.setStart(words, 0);
    range.setEnd(node, offset);
    return range.toString().length;
  }

  function selected() {
    const selection = getSelection();
    if (!selection.rangeCount || selection.isCollapsed) return null;
    const range = selection.getRangeAt(0);
    const start = range.startContainer;
    const words = (start.nodeType === Node.TEXT_NODE ? start.parentElement : start).closest(".src");
    if (!words || !words.contains(range.endContainer)) return null;
    return {
      block: words.closest(".block").id,
      selected: [...range.toString()].slice(0, BEGINNING).join(""),
      start: offsetIn(words, start, range.startOffset),
      end: offsetIn(words, range.endContainer, range.endOffset),
    };
  }

  function reveal(place) {
    const range = rangeOf(place);
    if (!range) return;
    const box = range.getBoundingClientRect();
    if (box.top > 80 && box.bottom < document.documentElement.clientHeight * 0.55) return;
    const top = scrollY + box.top - document.documentElement.clientHeight * 0.25;
    scrollTo({ top, behavior: "instant" });
  }

  // Goes to the first of these blocks below what is read, or to the first of all.
  function goBelow(ids) {
    const blocks = ids.map((id) => document.getElementById(id)).filter(Boolean);
    const below = blocks.find((block) => block.getBoundingClientRect().top > 130) || blocks[0];
    if (below) scrollTo({ top: scrollY + below.getBoundingClientRect().top - 120, behavior: "instant" });
  }

  return { show, under, selected, reveal, goBelow };
})();

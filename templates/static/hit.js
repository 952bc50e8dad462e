// A report page that a search has led to: marks the words of the address in the block or card that it names.
(function () {
  "use strict";
  var words = new URLSearchParams(location.search).getAll("hit"), place = location.hash && document.getElementById(location.hash.slice(1));
  if (!words.length || !place) return;

  // Wraps each occurrence; the words may run over the borders of highlights, so each piece of them is wrapped by itself.
  function mark(field, word) {
    var walker = document.createTreeWalker(field, NodeFilter.SHOW_TEXT), nodes = [], text = "";
    while (walker.nextNode()) { nodes.push({ node: walker.currentNode, start: text.length }); text += walker.currentNode.data; }
    for (var at = text.lastIndexOf(word); at >= 0; at = at ? text.lastIndexOf(word, at - 1) : -1) wrap(nodes, at, at + word.length);
  }
  function wrap(nodes, start, end) {
    nodes.slice().reverse().forEach(function (one) {
      var from = Math.max(start - one.start, 0), to = Math.min(end - one.start, one.node.data.length);
      if (from >= to) return;
      var range = document.createRange(), box = document.createElement("mark");
      box.className = "hit";
      range.setStart(one.node, from);
      range.setEnd(one.node, to);
      range.surroundContents(box);
    });
  }
  var fields = place.matches(".block") ? place.querySelectorAll(":scope > .src, :scope > .tr") : place.matches(".card") ? place.querySelectorAll(".gloss, .quote") : [place];
  words.filter(Boolean).forEach(function (word) { Array.prototype.forEach.call(fields, function (field) { mark(field, word); }); });

  var hits = Array.prototype.slice.call(place.querySelectorAll(".hit"));
  var shown = function () { return hits.filter(function (hit) { return hit.offsetParent; })[0]; };
  // A hit in the language that is put away: both are shown.
  var both = document.querySelector("input[name=reading][value=both]");
  if (hits.length && !shown() && both) both.click();
  // Once more when all is loaded, since the browser itself goes to the top of the paragraph.
  function go() { if (shown()) shown().scrollIntoView({ block: "center" }); }
  go();
  window.addEventListener("load", function () { requestAnimationFrame(go); });
})();

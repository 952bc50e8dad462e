// Text into lines of a width, as they are measured: for drawings, in which nothing wraps by itself.
window.duizhaoLines = (() => {
  "use strict";
  const pen = document.createElement("canvas").getContext("2d");
  // Other machines have other fonts of the family: what is drawn has room for ones a little wider.
  const ROOM = 0.97;
  // What no line may be broken within: a figure with its unit, a word, a character; with the signs that belong to it.
  const PIECE = new RegExp(
    [
      "\\s+|[“‘（《〈「『【(\\[]*",
      "(?:[0-9][0-9.,]*(?:[百千万亿]+\\p{sc=Han}?|[%‰])?|[^\\s\\p{sc=Han}\\u3000-\\u303f\\uff00-\\uffef“”‘’]+|\\S)",
      "[，。、；：？！）》〉」』】”’…—·,.;:?!)\\]%]*",
    ].join(""),
    "gu",
  );
  const width = (text) => pen.measureText(text).width;

  // A piece that is wider than a line is broken where it must be.
  function fitting(piece, room) {
    if (width(piece) <= room) return [piece];
    const parts = [""];
    for (const sign of piece) {
      if (parts[parts.length - 1] && width(parts[parts.length - 1] + sign) > room) parts.push("");
      parts[parts.length - 1] += sign;
    }
    return parts;
  }
  return function lines(text, font, most) {
    pen.font = font;
    const room = most * ROOM;
    const found = [""];
    for (const piece of (text.match(PIECE) || []).flatMap((one) => fitting(one, room))) {
      const line = found[found.length - 1] + piece;
      if (width(line.trimEnd()) <= room || line === piece) found[found.length - 1] = line;
      else found.push(piece.trimStart());
    }
    return found.map((line) => line.trimEnd()).filter(Boolean);
  };
})();

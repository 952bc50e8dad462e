// What became of one wording in another, character by character, for passages that a reader picks: the same rules as
// duizhao/text/rewording.py, by which the build compares. Its words come with the page.
window.duizhaoRewording = (() => {
  "use strict";
  const A_SIGN = 0.1;
  const A_RUN = 1.2;
  const CELLS = 1000000;
  const MOVED = 3;
  const LETTER = /[\p{L}\p{N}]/u;
  const NUMBER =
    "[0-9]+(?:[.,][0-9]+)*(?:[A-Za-z]+|[十百千万亿]*%?)|[A-Za-z][A-Za-z0-9+-]*|[零一二两三四五六七八九十百千万亿]{2,}";

  // A text as what stays or goes as one, each with its place in the text and its weight.
  function tokens(text, words) {
    const chars = [];
    const places = [];
    let at = 0;
    for (const char of text) {
      for (const part of char.normalize("NFKC")) {
        if (!/\s/u.test(part)) {
          chars.push(part);
          places.push([at, at + char.length]);
        }
      }
      at += char.length;
    }
    const form = new RegExp(`${NUMBER}|${words.join("|")}|.`, "gsu");
    let index = 0;
    return Array.from(chars.join("").matchAll(form), ([found]) => {
      const parts = [...found];
      const [[start]] = places.slice(index);
      index += parts.length;
      const letters = parts.filter((part) => LETTER.test(part)).length;
      const weight = letters + A_SIGN * (parts.length - letters);
      return { text: found, start, end: places[index - 1][1], letters, weight };
    });
  }
  // The heaviest runs that stayed, as few as may be: pairs of places.
  function aligned(before, after) {
    const row = (value) => Array.from({ length: after.length + 1 }, () => value);
    const best = Array.from({ length: before.length + 1 }, () => row(0));
    const run = Array.from({ length: before.length + 1 }, () => row(-Infinity));
    for (let i = 1; i <= before.length; i += 1) {
      const { text, weight } = before[i - 1];
      for (let j = 1; j <= after.length; j += 1) {
        if (text === after[j - 1].text) {
          run[i][j] = Math.max(run[i - 1][j - 1], best[i - 1][j - 1] - A_RUN) + weight;
        }
        best[i][j] = Math.max(best[i - 1][j], best[i][j - 1], run[i][j]);
      }
    }
    const pairs = [];
    let [i, j] = [before.length, after.length];
    while (i && j) {
      if (best[i][j] === best[i - 1][j]) i -= 1;
      else if (best[i][j] === best[i][j - 1]) j -= 1;
      else {
        let goesOn = true;
        while (goesOn) {
          pairs.push([i - 1, j - 1]);
          goesOn = run[i][j] === run[i - 1][j - 1] + before[i - 1].weight;
          i -= 1;
          j -= 1;
        }
      }
    }
    return pairs;
  }
  // Marks the runs of words that are gone here and came there, the longest first.
  function move(before, after, fates) {
    const lengths = new Map();
    const key = (i, j) => i * (after.length + 1) + j;
    const found = [];
    for (let i = before.length - 1; i >= 0; i -= 1) {
      for (let j = after.length - 1; j >= 0; j -= 1) {
        const same = fates[0][i] === "gone" && fates[1][j] === "came" && before[i].text === after[j].text;
        if (same) lengths.set(key(i, j), 1 + (lengths.get(key(i + 1, j + 1)) || 0));
      }
    }
    for (let i = 0; i < before.length; i += 1) {
      for (let j = 0; j < after.length; j += 1) {
        const length = lengths.get(key(i, j)) || 0;
        const goesBack = i > 0 && j > 0 && lengths.has(key(i - 1, j - 1));
        const letters = before.slice(i, i + length).reduce((sum, token) => sum + token.letters, 0);
        if (length && !goesBack && letters >= MOVED) found.push({ i, j, length, letters });
      }
    }
    found.sort((a, b) => b.letters - a.letters || a.i - b.i || a.j - b.j || a.length - b.length);
    for (const { i, j, length } of found) {
      const free = (side, start, fate) => fates[side].slice(start, start + length).every((one) => one === fate);
      if (free(0, i, "gone") && free(1, j, "came")) {
        fates[0].fill("moved", i, i + length);
        fates[1].fill("moved", j, j + length);
      }
    }
  }
  // A text as runs of one fate that are the whole of it.
  function runs(text, parts, fates) {
    const made = [];
    parts.forEach((token, index) => {
      const start = index ? token.start : 0;
      const end = index + 1 < parts.length ? parts[index + 1].start : text.length;
      const last = made.at(-1);
      if (last && last.fate === fates[index]) last.text += text.slice(start, end);
      else made.push({ text: text.slice(start, end), fate: fates[index] });
    });
    return made;
  }
  function reworded(old, anew, words) {
    const before = tokens(old, words);
    const after = tokens(anew, words);
    const fates = [before.map(() => "gone"), after.map(() => "came")];
    const same = before.length === after.length && before.every(({ text }, index) => text === after[index].text);
    let stayed = [];
    if (same) stayed = before.map((_, index) => [index, index]);
    else if (before.length * after.length <= CELLS) stayed = aligned(before, after);
    for (const [i, j] of stayed) {
      fates[0][i] = "stayed";
      fates[1][j] = "stayed";
    }
    if (stayed.length) move(before, after, fates);
    const sum = (tokensOf) => tokensOf.reduce((all, token) => all + token.letters, 0);
    return {
      old: runs(old, before, fates[0]),
      new: runs(anew, after, fates[1]),
      kept: sum(before.filter((_, index) => fates[0][index] !== "gone")),
      letters: sum(before),
    };
  }
  const ELEMENTS = { gone: "del", came: "ins", moved: "span" };
  // Puts a wording into an element, marked as the pages that the build makes.
  function show(element, made) {
    element.replaceChildren(
      ...made.flatMap(({ text, fate }) => {
        const words = /[\p{L}\p{N}](?:.*[\p{L}\p{N}])?[%％℃]?/su.exec(text);
        if (fate === "stayed" || !words) return [text];
        const marked = document.createElement(ELEMENTS[fate]);
        if (fate === "moved") marked.className = "moved";
        [marked.textContent] = words;
        return [text.slice(0, words.index), marked, text.slice(words.index + words[0].length)];
      }),
    );
  }
  return { reworded, show };
})();

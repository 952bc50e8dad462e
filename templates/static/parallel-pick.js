// Two passages that a reader picks, one on each side, set against each other character by character; they live in the
// address by the ids of their statements, so that they can be shared and gone back from.
window.duizhaoPick = (() => {
  "use strict";
  const { offered, write } = window.duizhaoAddress;
  const { reworded, show } = window.duizhaoRewording;
  const panel = document.getElementById("picked");
  const said = panel.dataset;
  const words = said.wholeWords.split("|");
  const key = panel.querySelector(".wording-key");
  const SIDES = ["left", "right"];
  const picked = { left: null, right: null };
  const { element } = window.duizhaoItems;
  const status = element("p", { class: "note", role: "status" });
  const two = element("div", { class: "picked-two" });
  // Of each side where its passage stands, and its words marked.
  const froms = SIDES.map(() => element("p", { class: "from" }));
  const quotes = SIDES.map((side) =>
    element("p", { class: "zh-quote", lang: "zh-Hans", translate: "no", "data-words-of": side }),
  );
  two.append(...SIDES.map((_, n) => element("div", {}, froms[n], quotes[n])));
  key.before(status);
  key.after(two);

  const itemsOf = (side) => [...document.querySelectorAll(`td[data-side="${side}"] .says > li`)];
  const idOf = (item) => item.querySelector(".quote a").hash.slice(1);
  const quoteOf = (item) => item.querySelector(".quote a").textContent;
  const buttonOf = (item) => item.querySelector(".pick");

  function draw() {
    for (const side of SIDES)
      for (const item of itemsOf(side)) buttonOf(item).ariaPressed = String(item === picked[side]);
    const [left, right] = SIDES.map((side) => picked[side]);
    panel.hidden = !left && !right;
    two.hidden = !left || !right;
    key.hidden = two.hidden;
    status.textContent = panel.hidden ? "" : said.other;
    if (two.hidden) return;
    const made = reworded(quoteOf(left), quoteOf(right), words);
    status.textContent = said.kept.replace("{kept}", made.kept).replace("{letters}", made.letters);
    SIDES.forEach((side, n) => {
      show(quotes[n], n ? made.new : made.old);
      froms[n].replaceChildren(...picked[side].querySelector(".from").cloneNode(true).childNodes);
    });
  }
  function pick(side, item) {
    picked[side] = picked[side] === item ? null : item;
    write({ [`${side}-words`]: picked[side] ? [idOf(item)] : [] }, true);
    draw();
  }
  function offer(side, item) {
    const button = document.createElement("button");
    const id = document.createElement("span");
    button.type = "button";
    button.className = "pick";
    id.className = "away";
    id.textContent = ` ${idOf(item)}`;
    button.append(said.pick, id);
    button.addEventListener("click", () => pick(side, item));
    item.lastElementChild.append(button);
  }
  panel.querySelector("button").addEventListener("click", () => {
    const back = picked.left || picked.right;
    for (const side of SIDES) picked[side] = null;
    write(Object.fromEntries(SIDES.map((side) => [`${side}-words`, []])), true);
    draw();
    buttonOf(back).focus();
  });

  // Offers what the page shows now, and sets side by side what the address names of it.
  return (shown) => {
    for (const side of SIDES) {
      const items = itemsOf(side);
      for (const item of items) if (!buttonOf(item)) offer(side, item);
      const here = document.querySelector("[data-parallel]").elements[side].value === shown[side];
      const [id] = here ? offered(`${side}-words`, items.map(idOf)) : [];
      picked[side] = items.find((item) => idOf(item) === id) || null;
    }
    draw();
  };
})();

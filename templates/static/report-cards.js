// The cards of a report's statements: they come in scripts, a hundred or so at a time, when one is first asked for.
window.duizhaoCards = (() => {
  "use strict";
  const all = (selector, within) => [...within.querySelectorAll(selector)];
  const text = document.querySelector(".text");
  const { version, page = "index.html" } = text.dataset;
  const cards = new Map();
  const parser = new DOMParser();

  // The lines that their markup has, each once, and the numbers of those that it is.
  function take([lines, numbers]) {
    const html = numbers.map((number) => lines[number]).join("\n");
    for (const card of parser.parseFromString(html, "text/html").querySelectorAll(".card")) {
      const id = card.id.slice("card-".length);
      document.adoptNode(card);
      // A link to this very page leads to its place without loading it again.
      for (const link of all("a[href*='#']", card))
        if (link.getAttribute("href").startsWith(`${page}#`)) link.setAttribute("href", link.hash);
      cards.set(id, card);
      document.dispatchEvent(new CustomEvent("duizhao-card", { detail: { id, card } }));
    }
  }
  const loads = new Map();
  function loaded(id) {
    if (cards.has(id)) return Promise.resolve(cards.get(id));
    const number = text.querySelector(`[id="${id}"]`).closest("[data-cards]").dataset.cards;
    if (!loads.has(number))
      loads.set(
        number,
        new Promise((resolve, reject) => {
          const script = document.createElement("script");
          script.src = `cards-${number}.js?v=${version}`;
          script.addEventListener("load", resolve);
          script.addEventListener("error", () => {
            loads.delete(number); // to be tried again
            reject(new Error(script.src));
          });
          document.head.append(script);
        }),
      );
    return loads.get(number).then(() => cards.get(id));
  }

  // Where a card stands is for the styles to say.
  const stands = (card, position) => getComputedStyle(card).position === position;
  // Beside its line from 1280 pixels on, so that nothing moves; else after its paragraph, or a sheet on a phone.
  function place({ card, flag, mark }) {
    const block = mark.closest(".block, h2, h3, h4");
    if (block.matches(".block")) block.append(card);
    else block.after(card);
    card.style.top = "";
    if (!stands(card, "absolute")) return;
    const frame = card.offsetParent.getBoundingClientRect();
    const line = (flag || mark).getClientRects()[0];
    // Of a line that is in view the card is too, as far as it goes; a page that is still to be scrolled has none.
    const isInView = line.top > 0 && line.bottom < window.innerHeight;
    const lowest = Math.max(window.innerHeight - card.offsetHeight - 16, 88);
    const top = isInView ? Math.min(line.top - 12, lowest) : line.top - 12;
    card.style.top = `${top - frame.top}px`;
    card.style.setProperty("--at", `${(line.top + line.bottom) / 2 - top}px`);
  }
  return { take, loaded, stands, place };
})();

// A field in which something is looked for by its words or its id. What is found stands below it, the nearest first,
// and is taken with the mouse or with the arrow keys and Enter.
window.duizhaoEditFind = (() => {
  "use strict";
  const { made } = window.duizhaoServed;
  const words = window.duizhaoEditEntryWords;
  const wishes = window.duizhaoEditWish;
  const { said, about } = window.duizhaoEditCard;
  const PAUSE = 150; // milliseconds without a key after which is asked
  let number = 0;

  function option(row, id) {
    const [before, after] = row.around || ["", ""];
    return made(
      "li",
      { id, role: "option", ariaSelected: "false" },
      made("small", {}, about(row) || words.unmarked),
      made("span", { lang: "zh-Hans" }, before, row.around ? made("b", {}, row.quote) : row.quote, after),
    );
  }

  // `given` says what is looked for, `take` is told of the row that is chosen.
  function finder(name, given, take) {
    const text = words[name];
    number += 1;
    const id = `edit-found-${number}`;
    const input = made("input", { type: "text", name, autocomplete: "off", role: "combobox", ariaExpanded: "false" });
    input.placeholder = words[`${name}By`];
    input.setAttribute("aria-autocomplete", "list");
    input.setAttribute("aria-controls", id);
    const list = made("ul", { id, className: "edit-found", role: "listbox", ariaLabel: text, hidden: true });
    const count = made("small", { role: "status" });
    let rows = [];
    let at = -1;
    let asked = 0; // of which the last is waited for, from the first key on that was pressed after the one before
    let isDue = false;
    let timer = 0;

    function point(to) {
      at = to;
      [...list.children].forEach((one, place) => (one.ariaSelected = String(place === at)));
      if (at >= 0) {
        input.setAttribute("aria-activedescendant", list.children[at].id);
        list.children[at].scrollIntoView({ block: "nearest" });
      } else input.removeAttribute("aria-activedescendant");
    }

    function show(found) {
      rows = found;
      list.replaceChildren(...rows.map((row, place) => option(row, `${id}-${place}`)));
      list.hidden = rows.length === 0;
      input.ariaExpanded = String(rows.length > 0);
      if (rows.length) list.scrollIntoView({ block: "nearest" });
      point(rows.length && input.value.trim() ? 0 : -1); // of nothing that was typed none is meant
    }

    function close() {
      asked += 1;
      isDue = false;
      clearTimeout(timer);
      show([]);
      count.replaceChildren();
    }

    function choose(row) {
      close();
      take(row);
    }

    function look() {
      asked += 1;
      const mine = asked;
      wishes.look({ ...given(), words: input.value.trim() }, (found, error) => {
        if (mine !== asked || document.activeElement !== input) return;
        isDue = false;
        show(found);
        const told = input.value.trim() && !found.length ? words.nothing : words.found(found.length);
        count.replaceChildren(...(error ? said(error) : [told]));
      });
    }

    function key(event) {
      if (event.isComposing) return;
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      const isOpen = rows.length > 0;
      if (step && !isOpen) look();
      else if (step) point((at + step + rows.length + (at < 0 && step < 0 ? 1 : 0)) % rows.length);
      else if (event.key === "Enter" && isOpen && at >= 0 && !isDue) choose(rows[at]);
      else if (event.key === "Escape" && isOpen) close();
      else if (event.key !== "Enter" || !isDue) return; // what is found now is not of what was typed
      event.preventDefault();
      event.stopPropagation();
    }

    input.addEventListener("input", () => {
      clearTimeout(timer);
      isDue = true;
      timer = setTimeout(look, PAUSE);
    });
    input.addEventListener("focus", () => input.value || input.hasAttribute("aria-invalid") || look());
    input.addEventListener("blur", close);
    input.addEventListener("keydown", key);
    list.addEventListener("mousedown", (event) => event.preventDefault()); // the field stays in use
    list.addEventListener("click", (event) => {
      const place = [...list.children].indexOf(event.target.closest("li"));
      if (place >= 0) choose(rows[place]);
    });
    const label = made("label", {}, made("span", { textContent: text }), input);
    return { input, node: made("div", { className: "edit-finder" }, label, list, count) };
  }

  return { finder };
})();

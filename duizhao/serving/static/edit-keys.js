// Keys and pointing, for who edits: a suggestion that is pressed, words that are selected, a key for each act.
(() => {
  "use strict";
  const editing = window.duizhaoEdit;
  if (!editing) return;
  const marks = window.duizhaoEditMarks;
  const { made } = window.duizhaoServed;
  const button = window.duizhaoEditCard.button("code", "c", () => editing.code());
  const floating = made("div", { className: "edit-select", hidden: true }, button);
  floating.addEventListener("mousedown", (event) => event.preventDefault()); // the selection stays
  document.body.append(floating);

  document.addEventListener("selectionchange", () => {
    const place = editing.isReady() && !editing.isEditing() && marks.selected();
    floating.hidden = !place;
    if (!place) return;
    const box = getSelection().getRangeAt(0).getBoundingClientRect();
    floating.style.setProperty("left", `${Math.max(box.left, 8)}px`);
    floating.style.setProperty("top", `${Math.max(box.top - 40, 60)}px`);
  });

  document.querySelector("article.text").addEventListener("click", (event) => {
    if (!editing.isReady() || editing.isEditing() || marks.selected()) return;
    const item = marks.under(editing.waiting(), event.clientX, event.clientY);
    if (item && !(item.what === "blank" && event.target.closest(".st"))) editing.go(item);
  });

  function actOf(key) {
    if (key === "c" && marks.selected()) return () => editing.code();
    return editing.keys[key] || (editing.hasCard() ? editing.cardKey(key) : undefined);
  }

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || !editing.isReady()) return;
    if (event.key === "Escape" && editing.isEditing()) {
      event.stopImmediatePropagation();
      editing.leave();
    }
    const isOff = document.documentElement.dataset.keys === "off";
    if (isOff || editing.isEditing() || event.target.closest("input, textarea, select, [contenteditable]")) return;
    const act = actOf(event.key);
    if (!act) return;
    event.preventDefault();
    act();
  });
})();

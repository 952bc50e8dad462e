// Keys and pointing, for who edits: a suggestion that is pressed, words that are selected, a key for each act.
(() => {
  "use strict";
  const editing = window.duizhaoEdit;
  if (!editing) return;
  const marks = window.duizhaoEditMarks;
  const { made } = window.duizhaoServed;
  const { button } = window.duizhaoEditCard;
  const entering = window.duizhaoEditEntryWords;
  const code = button("code", "c", () => editing.code());
  const follow = button("follow", "f", () => editing.follow(), true, entering.add);
  const floating = made("div", { className: "edit-select", hidden: true }, code, " ", follow);
  floating.addEventListener("mousedown", (event) => event.preventDefault()); // the selection stays
  document.body.append(floating);

  document.addEventListener("selectionchange", () => {
    const isFree = editing.isReady() && (!editing.isEditing() || editing.isEntering());
    floating.hidden = !(isFree && marks.selected());
    if (floating.hidden) return;
    code.hidden = editing.isEntering();
    follow.hidden = !editing.hasPromises();
    const box = getSelection().getRangeAt(0).getBoundingClientRect();
    const low = editing.bar.getBoundingClientRect().top - 44; // above the form, where that is open
    floating.style.setProperty("left", `min(${Math.max(box.left, 8)}px, 100vw - 14rem)`);
    floating.style.setProperty("top", `${Math.min(Math.max(box.top - 40, 60), low)}px`);
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
    const isTaken = editing.isEditing() && !(editing.isEntering() && event.key === "f" && marks.selected());
    if (isOff || isTaken || event.target.closest("input, textarea, select, [contenteditable]")) return;
    const act = actOf(event.key);
    if (!act) return;
    event.preventDefault();
    act();
  });
})();

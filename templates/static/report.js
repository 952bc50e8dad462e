// A report page: cards that open in place, stepping by keys, filters by kind and theme, the choice of language.
(function () {
  "use strict";
  var all = function (selector) { return Array.prototype.slice.call(document.querySelectorAll(selector)); };
  var flagOf = function (mark) { return mark.querySelector(":scope > .flag"); };
  var opened = null;

  // A highlight that another one cuts in two has its letter on the first part only.
  function whole(mark) { return mark.dataset.of ? document.getElementById("q-" + mark.dataset.of) : mark; }

  function close() {
    if (!opened) return;
    opened.card.removeAttribute("data-open");
    opened.mark.removeAttribute("data-open");
    opened = null;
  }

  function open(mark) {
    var flag = flagOf(mark), card = document.getElementById(flag.hash.slice(1)), again = opened && opened.mark === mark;
    close();
    history.replaceState(null, "", again ? location.pathname + location.search : flag.hash);
    if (again || !card) return;
    mark.dataset.open = card.dataset.open = "";
    opened = { mark: mark, card: card, flag: flag };
    card.scrollIntoView({ block: "nearest" });
    mark.scrollIntoView({ block: "nearest" });
  }

  function step(by) {
    var marks = all(".st:not([data-of])").filter(function (mark) { return flagOf(mark).offsetParent && !mark.hasAttribute("data-dim"); });
    if (!marks.length) return;
    var at = opened ? marks.indexOf(opened.mark) : by > 0 ? -1 : 0;
    var next = marks[(at + by + marks.length) % marks.length];
    if (!opened || opened.mark !== next) open(next);
    flagOf(next).focus({ preventScroll: true });
    next.scrollIntoView({ block: "center" });
  }

  document.addEventListener("click", function (event) {
    if (event.target.closest(".term")) return;
    var mark = event.target.closest(".st"), shut = event.target.closest(".card .close");
    if (shut) { event.preventDefault(); var back = opened && opened.flag; close(); if (back) back.focus(); return; }
    mark = mark && whole(mark);
    if (mark && flagOf(mark).offsetParent) { event.preventDefault(); open(mark); }
  });

  document.addEventListener("keydown", function (event) {
    if (event.target.matches("input, select, textarea") || document.querySelector("dialog[open]") || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Escape" && asked) hush();
    else if (event.key === "Escape" && opened) { opened.flag.focus(); close(); }
    else if (event.key === "n") step(1);
    else if (event.key === "p") step(-1);
  });

  // The block at the top of the window, so that a change of what is shown leaves the text where it is.
  var blocks = all(".text .block, .text h2, .text h3"), head = document.querySelector(".masthead").offsetHeight;
  function topmost() {
    return blocks.filter(function (block) { return block.getBoundingClientRect().bottom > head + 40; })[0] || blocks[0];
  }
  function inPlace(change) {
    var block = topmost(), before = block.getBoundingClientRect().top;
    change();
    window.scrollBy(0, block.getBoundingClientRect().top - before);
  }

  all("input[name=reading]").forEach(function (input) {
    input.addEventListener("change", function () { inPlace(function () { document.body.dataset.lang = input.value; }); });
  });
  all("input[name=show]").forEach(function (input) {
    input.addEventListener("change", function () {
      inPlace(function () {
        document.body.dataset.hide = all("input[name=show]:not(:checked)").map(function (other) { return other.value; }).join(" ");
      });
    });
  });
  var themes = document.getElementById("theme-filter");
  themes.addEventListener("change", function () {
    all(".st").forEach(function (mark) {
      mark.toggleAttribute("data-dim", themes.value !== "" && mark.dataset.themes.split(" ").indexOf(themes.value) < 0);
    });
  });

  // The other language opens at the block that is being read.
  all(".other-language").forEach(function (link) {
    link.addEventListener("click", function () { if (!location.hash || !opened) link.hash = "#" + topmost().id; });
  });

  // The contents mark the section that is being read.
  var entries = all(".toc a[href^='#']");
  function follow() {
    var line = head + 40, now = null;
    entries.forEach(function (entry) {
      var heading = document.getElementById(entry.hash.slice(1));
      if (heading && heading.getBoundingClientRect().top <= line) now = entry;
    });
    entries.forEach(function (entry) {
      if (entry === now) entry.setAttribute("aria-current", "location"); else entry.removeAttribute("aria-current");
    });
  }
  var waiting = false;
  window.addEventListener("scroll", function () {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(function () { waiting = false; follow(); });
  }, { passive: true });
  follow();

  // A term of the glossary explains itself in place: on hover, focus or tap; Escape puts it away.
  var bubble = document.createElement("div"), asked = null;
  bubble.className = "bubble";
  bubble.id = "bubble";
  bubble.setAttribute("role", "tooltip");
  bubble.hidden = true;
  document.querySelector(".text").appendChild(bubble);
  function explain(term) {
    var note = document.getElementById(term.hash.slice(1));
    if (!note) return;
    hush();
    bubble.replaceChildren.apply(bubble, Array.prototype.map.call(note.childNodes, function (node) { return node.cloneNode(true); }));
    bubble.querySelectorAll("a").forEach(function (link) { link.remove(); });
    bubble.hidden = false;
    var at = term.getClientRects()[0], frame = bubble.offsetParent.getBoundingClientRect();
    bubble.style.left = Math.max(0, Math.min(at.left - frame.left, frame.width - bubble.offsetWidth)) + "px";
    var above = at.top - bubble.offsetHeight - 8 > head;
    bubble.style.top = (above ? at.top - frame.top - bubble.offsetHeight - 6 : at.bottom - frame.top + 6) + "px";
    term.setAttribute("aria-describedby", "bubble");
    asked = term;
  }
  function hush() {
    bubble.hidden = true;
    if (asked) asked.removeAttribute("aria-describedby");
    asked = null;
  }
  all(".term").forEach(function (term) {
    var rest;
    term.addEventListener("mouseenter", function () { rest = setTimeout(function () { explain(term); }, 150); });
    term.addEventListener("mouseleave", function () { clearTimeout(rest); setTimeout(function () { if (asked === term && !bubble.matches(":hover")) hush(); }, 200); });
    term.addEventListener("focus", function () { explain(term); });
    term.addEventListener("blur", hush);
    term.addEventListener("click", function (event) { event.preventDefault(); explain(term); });
  });
  bubble.addEventListener("mouseleave", hush);

  function fromAddress() {
    var mark = location.hash && document.getElementById("q-" + location.hash.slice(1));
    if (mark && (!opened || opened.mark !== mark)) open(mark);
  }
  window.addEventListener("hashchange", fromAddress);
  fromAddress();
})();

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
    var mark = event.target.closest(".st"), shut = event.target.closest(".close");
    if (shut) { event.preventDefault(); var back = opened && opened.flag; close(); if (back) back.focus(); return; }
    mark = mark && whole(mark);
    if (mark && flagOf(mark).offsetParent) { event.preventDefault(); open(mark); }
  });

  document.addEventListener("keydown", function (event) {
    if (event.target.matches("input, select, textarea") || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "Escape" && opened) { opened.flag.focus(); close(); }
    else if (event.key === "n") step(1);
    else if (event.key === "p") step(-1);
  });

  all("input[name=reading]").forEach(function (input) {
    input.addEventListener("change", function () { document.body.dataset.lang = input.value; });
  });
  all("input[name=show]").forEach(function (input) {
    input.addEventListener("change", function () {
      document.body.dataset.hide = all("input[name=show]:not(:checked)").map(function (other) { return other.value; }).join(" ");
    });
  });
  var themes = document.getElementById("theme-filter");
  themes.addEventListener("change", function () {
    all(".st").forEach(function (mark) {
      mark.toggleAttribute("data-dim", themes.value !== "" && mark.dataset.themes.split(" ").indexOf(themes.value) < 0);
    });
  });

  function fromAddress() {
    var mark = location.hash && document.getElementById("q-" + location.hash.slice(1));
    if (mark && (!opened || opened.mark !== mark)) open(mark);
  }
  window.addEventListener("hashchange", fromAddress);
  fromAddress();
})();

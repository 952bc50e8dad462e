// Where a follow-up of one's own begins: at the words that are selected, where some are, or with an empty form.
window.duizhaoEditFollow = (() => {
  "use strict";
  const marks = window.duizhaoEditMarks;
  const entries = window.duizhaoEditEnter;
  const wishes = window.duizhaoEditWish;

  // `entry` is the form of one that is open already, `open` opens one with later words, `fail` says what is wrong.
  function follow(entry, open, fail) {
    const place = marks.selected();
    if (!place) return entry || open([]);
    return wishes.look({ what: "later", ...place }, (rows, error) => {
      if (error) fail(error);
      else if (entry) for (const row of rows) entries.add(entry, row);
      else open(rows);
    });
  }

  return { follow };
})();

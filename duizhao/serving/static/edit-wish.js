// What a page that edits asks for. A page may post a form and ask for scripts: each wish is a form to which the server
// answers nothing, and a script then says what came of it. The address names the wish, so that this is known of a form
// that the server does not read, too. One wish after the other, since each has to name the files as the one before it
// left them.
window.duizhaoEditWish = (() => {
  "use strict";
  const { made, own, token, report, ask } = window.duizhaoServed;
  let sent = "";
  let number = 0;

  const query = (given) =>
    Object.entries(given)
      .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
      .join("&");

  // How the report stands, after a wish if one is named.
  function state(act = "") {
    ask(`told.js?${query({ report, act })}`, () => {
      if (sent === act) sent = "";
    });
  }

  function make(act, fields, known) {
    if (sent || window.duizhaoServed.isLost()) return false; // a form that nobody answers would take the page away
    number += 1;
    sent = `${Date.now()}-${number}`;
    const form = made("form", { method: "post", action: `${own}edit?${query({ act: sent })}`, hidden: true });
    for (const [name, value] of Object.entries({ ...fields, do: act, act: sent, report, known, token }))
      form.append(made("input", { type: "hidden", name, value }));
    document.body.append(form);
    HTMLFormElement.prototype.submit.call(form);
    form.remove();
    state(sent);
    return true;
  }

  // True where this is what came of the wish that is under way.
  function isAnswer(act) {
    const mine = act !== "" && act === sent;
    if (mine) sent = "";
    return mine;
  }

  // What is found of something that is looked for; `hear` is told of it, or of why nothing could be.
  const hearers = new Map();
  function look(given, hear) {
    number += 1;
    hearers.set(String(number), hear);
    ask(`found.js?${query({ report, ask: number, ...given })}`, () => hearers.delete(String(number)));
  }

  window.duizhaoServed.found = (news) => {
    const hear = hearers.get(news.ask);
    hearers.delete(news.ask);
    if (hear) hear(news.rows, news.error);
  };

  const proposal = (place) => ask(`proposal.js?${query({ report, ...place })}`, () => {});
  return { report, state, make, isAnswer, proposal, look, isUnderWay: () => sent !== "" };
})();

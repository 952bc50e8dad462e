// The search: reads the candidates of the index a few reports at a time, volume after volume.
window.duizhaoSearch = (() => {
  "use strict";
  const { part, figures } = window.duizhaoLoad;
  const { candidatesIn } = window.duizhaoVolume;
  const { hitsOf } = window.duizhaoHits;
  const BATCH = 6; // reports that are read at a time
  const FIRST = 24; // reports that are read when all is asked for at once

  // What is asked of this index; what may be a figure is read as one.
  async function asked(query) {
    const start = await part("start");
    if (/\p{Nd}|[万亿萬億]|分之/u.test(query)) await figures();
    window.duizhaoFold.learn(start.characters);
    return window.duizhaoQuery.asked(query, start.units);
  }

  // A volume of the index, opened: what may hold the question, and the reports it is in, each with its places.
  const ROOM = 16; // passages, of which a report has room for a multiple
  async function opened([documents, size, shards], question, filters) {
    const [rows, found] = await Promise.all([part(documents), candidatesIn({ size, shards }, question, filters)]);
    const reports = [];
    let first = 0;
    let at = 0;
    for (const [id, district, year, version, count] of rows) {
      const report = { id, report: id, district, year, version, first, places: [] };
      const end = first + count;
      for (first += count + ROOM - (count % ROOM); found.places[at] < first; at += 1)
        if (found.places[at] < end) report.places.push(found.places[at]);
      const wanted = ["district", "report", "year"].every((name) => !filters[name] || filters[name] === report[name]);
      if (wanted && report.places.length) reports.push(report);
    }
    return { found, reports };
  }
  // Gives a function that reads on, a few reports at a time: how many were read, and those with hits; null at the end.
  // What could not be loaded is tried again by the next call.
  function reading(first, filters) {
    let question = first;
    let number = 0;
    let at = 0;
    let volume = null;
    let any = false;
    async function batch(row) {
      volume = volume || (await opened(row, question, filters));
      const { found, reports } = volume;
      const some = reports.slice(at, at + BATCH);
      const groups = await Promise.all(some.map((report) => hitsOf(report, found, question, filters)));
      at += some.length;
      if (at === reports.length) {
        number += 1;
        at = 0;
        volume = null;
      }
      const hits = groups.filter(Boolean).sort((a, b) => a.best - b.best);
      any = any || hits.length > 0;
      return { read: some.length, groups: hits };
    }
    return async () => {
      const { volumes } = await part("start");
      for (;;) {
        if (number === volumes.length) {
          if (any || !question.again) return null;
          question = question.again();
          number = 0;
        } else {
          const some = await batch(volumes[number]);
          if (some.read) return some;
        }
      }
    };
  }

  // All results of the first reports; `complete` is false where there may be more.
  async function search(query, filters = {}) {
    const question = await asked(query);
    const groups = [];
    if (!question || question.short) return { groups, complete: true };
    const next = reading(question, filters);
    let read = 0;
    for (let some; (some = await next());) {
      groups.push(...some.groups);
      read += some.read;
      if (read >= FIRST) return { groups, complete: false };
    }
    return { groups, complete: true };
  }
  return Object.assign(search, { asked, reading });
})();

// One statement as a picture to share: its words, their English, the source with its date and the address, laid out once
// and drawn twice, as SVG and as PNG.
window.duizhaoPicture = (() => {
  "use strict";
  const { citing, filled } = window.duizhaoForms;
  const style = getComputedStyle(document.documentElement);
  const family = (name) => style.getPropertyValue(name).replace(/\s+/g, " ").trim();
  // The scripts of the page hold no addresses of other hosts, and the name of this language is one.
  const SVG = document.querySelector("svg").namespaceURI;
  // Ink on paper, whatever the reader's scheme: a picture leaves the page.
  const PAPER = "#fcfbf9";
  const [INK, INK_2, INK_3, RULE] = ["#1c1e21", "#4a4e54", "#64686e", "#c6c2ba"];
  const COLOURS = { target: "#1b5299", task: "#7f5206", result: "#226541", situation: "#5a5e64" };
  const [WIDTH, LEAST, MARGIN, BAR, SHARPNESS] = [1200, 630, 88, 12, 2];
  const SIZES = [
    [40, 56],
    [100, 46],
    [220, 38],
    [Infinity, 30],
  ];

  // The lines of a text from a height on, and the height below them.
  function set(text, top, { size, name, weight = 400, fill = INK, lang, leading = 1.5 }) {
    const font = family(name);
    const found = window.duizhaoLines(text, `${weight} ${size}px ${font}`, WIDTH - 2 * MARGIN);
    const how = { x: MARGIN, lang, size, font, weight, fill };
    const lines = found.map((words, at) => ({ ...how, words, y: Math.round(top + size * leading * at + size) }));
    return { lines, below: Math.round(top + size * leading * found.length) };
  }
  function laidOut(values) {
    const colour = COLOURS[values.kind];
    const [, size] = SIZES.find(([length]) => values.quote.length <= length);
    const own = { lang: citing.lang, name: "--sans" };
    const kind = set(citing.kinds[values.kind], 72, { ...own, size: 24, weight: 600, fill: colour });
    const quote = set(values.quote, kind.below + 20, { size, name: "--han", lang: "zh-Hans", leading: 1.6 });
    const gloss = set(values.gloss || "", quote.below + 20, { size: 28, name: "--serif", fill: INK_2, lang: "en" });
    const said = filled(citing.caption, values);
    // The foot stands at the foot: of a picture of few words, below a gap.
    const foot = (top) => {
      const caption = set(said, top + 28, { ...own, size: 24, fill: INK });
      const address = filled(citing.address, values);
      const where = set(`${citing.site} · ${address}`, caption.below + 6, { ...own, size: 20, fill: INK_3 });
      return { lines: [...caption.lines, ...where.lines], below: where.below, rule: top };
    };
    const first = foot(gloss.below + 40);
    const down = Math.max(0, LEAST - 60 - first.below);
    const last = foot(first.rule + down);
    return {
      height: last.below + 60,
      boxes: [
        [0, 0, WIDTH, last.below + 60, PAPER],
        [0, 0, BAR, last.below + 60, colour],
        [MARGIN, last.rule, WIDTH - 2 * MARGIN, 2, RULE],
      ],
      lines: [...kind.lines, ...quote.lines, ...gloss.lines, ...last.lines],
      told: `${values.quote} ${said}`,
    };
  }

  function element(name, attributes, text = "") {
    const made = document.createElementNS(SVG, name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    made.textContent = text;
    return made;
  }
  function svg({ height, boxes, lines, told }) {
    const size = { width: WIDTH, height, viewBox: `0 0 ${WIDTH} ${height}` };
    const made = element("svg", { ...size, role: "img" });
    made.append(element("title", {}, told));
    for (const [x, y, width, tall, fill] of boxes) made.append(element("rect", { x, y, width, height: tall, fill }));
    for (const { words, x, y, lang, size: letters, font, weight, fill } of lines) {
      const how = { "font-family": font, "font-size": letters, "font-weight": weight, fill };
      made.append(element("text", { x, y, lang, ...how }, words));
    }
    return made;
  }
  function png({ height, boxes, lines }) {
    const canvas = document.createElement("canvas");
    canvas.width = WIDTH * SHARPNESS;
    canvas.height = height * SHARPNESS;
    const pen = canvas.getContext("2d");
    pen.scale(SHARPNESS, SHARPNESS);
    for (const [x, y, width, tall, fill] of boxes) {
      pen.fillStyle = fill;
      pen.fillRect(x, y, width, tall);
    }
    for (const { words, x, y, size, font, weight, fill } of lines) {
      pen.font = `${weight} ${size}px ${font}`;
      pen.fillStyle = fill;
      pen.fillText(words, x, y);
    }
    return new Promise((resolve) => canvas.toBlob(resolve, "image/png"));
  }
  return function picture(values) {
    const layout = laidOut(values);
    const drawn = svg(layout);
    const drawing = document.createElement("div");
    drawing.className = "picture";
    drawing.translate = false;
    drawing.append(drawn);
    const written = new XMLSerializer().serializeToString(drawn);
    return {
      drawing,
      files: [
        ["PNG", () => png(layout)],
        ["SVG", () => new Blob([written], { type: "image/svg+xml" })],
      ],
    };
  };
})();

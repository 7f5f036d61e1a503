// Keeps of the design system what the templates use, and copies the images and fonts that the rest refers to.
const fs = require("fs");
const path = require("path");
const { PurgeCSS } = require("purgecss");

const [, , templates, script, target] = process.argv;
const source = "node_modules/@uswds/uswds/dist";
const states = [/^usa-alert/, /^usa-button/, /^usa-checkbox/, /^usa-radio/, /^usa-table/];

(async () => {
  const [kept] = await new PurgeCSS().purge({
    content: [templates + "/**/*.html", script],
    css: ["node_modules/theme.css"],
    fontFace: true,
    variables: false, // the palette is used by the site's own style sheets
    keyframes: true,
    safelist: { standard: [...states, "html", "body", "mark", "blockquote", "details", "summary"] },
  });
  const css = kept.css.replace(/@font-face\{[^}]*font-style:italic[^}]*\}/g, "");
  fs.mkdirSync(target, { recursive: true });
  fs.writeFileSync(path.join(target, "uswds.css"), css);
  for (const [, file] of css.matchAll(/url\("?\.\/((?:img|fonts)\/[^")]+)"?\)/g)) {
    const copy = path.join(target, file);
    fs.mkdirSync(path.dirname(copy), { recursive: true });
    fs.copyFileSync(path.join(source, file), copy);
  }
})();

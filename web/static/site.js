/* What scripts add to pages that work without them: copy, print, and filters that stay open while results change. */
"use strict";

document.querySelectorAll(".copy, .print").forEach((button) => {
  button.hidden = false;
});

document.addEventListener("click", (event) => {
  const button = event.target.closest(".copy, .print");
  if (!button) return;
  if (button.classList.contains("print")) {
    window.print();
    return;
  }
  copyText(document.getElementById(button.dataset.copy).textContent.trim()).then(() => said(button, "Copied"));
});

/* Clipboard access needs HTTPS; a selection works everywhere. */
function copyText(text) {
  if (navigator.clipboard && window.isSecureContext) return navigator.clipboard.writeText(text);
  const field = document.createElement("textarea");
  field.value = text;
  field.setAttribute("readonly", "");
  field.className = "usa-sr-only";
  document.body.append(field);
  field.select();
  document.execCommand("copy");
  field.remove();
  return Promise.resolve();
}

function said(button, words) {
  const before = button.textContent;
  button.textContent = words;
  button.setAttribute("aria-live", "polite");
  window.setTimeout(() => {
    button.textContent = before;
  }, 2000);
}

/* An invitation may come in a link's fragment, which no server ever sees; it leaves the address at once. */
const invitation = document.getElementById("invitation");
if (invitation && window.location.hash.length > 1) {
  invitation.value = decodeURIComponent(window.location.hash.slice(1));
  window.history.replaceState(null, "", window.location.pathname);
}

let openFacets = null;

document.addEventListener("htmx:beforeSwap", () => {
  openFacets = new Set([...document.querySelectorAll("details.facet[open]")].map((facet) => facet.id));
});

document.addEventListener("htmx:afterSettle", () => {
  if (openFacets === null) return;
  document.querySelectorAll("details.facet").forEach((facet) => {
    facet.open = openFacets.has(facet.id);
  });
});

/* Back leads to the first answer of a page. What changed in it since is asked for again: browsers fill text areas as
   they were, and a hidden one holds what was searched, without names, and where the reader was. An entry of the
   history would hold it as well, but then forgets that it is the answer to a form. */
const answered = document.getElementById("answered");

document.addEventListener("htmx:afterSettle", () => {
  if (!answered) return;
  const sent = {};
  document.querySelectorAll("#results input[form=take]").forEach((field) => {
    (sent[field.name] = sent[field.name] || []).push(field.value);
  });
  answered.value = JSON.stringify({ sent, place: window.scrollY });
});

document.addEventListener("click", (event) => {
  if (!answered || !answered.value || !event.target.closest("#results a")) return;
  answered.value = JSON.stringify({ ...JSON.parse(answered.value), place: window.scrollY });
});

window.addEventListener("pageshow", (event) => {
  if (event.persisted || !answered || !answered.value) return;
  const { sent, place } = JSON.parse(answered.value);
  document.getElementById("situation").value = sent.text[0];
  const into = { target: "#results", select: "#results", swap: "outerHTML" };
  const beside = { selectOOB: "#chosen,#filter-choices,#answer-status:innerHTML" };
  htmx.ajax("POST", "/search", { values: sent, ...into, ...beside }).then(() => window.scrollTo(0, place));
});

/* A search that fails while typing leaves the last results in place; the reader is told. */
["htmx:responseError", "htmx:sendError"].forEach((name) => {
  document.addEventListener(name, () => {
    document.getElementById("answer-status").textContent = "The search did not answer. Press Find precedents to try again.";
  });
});

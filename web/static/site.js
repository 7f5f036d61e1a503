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

/* A search that fails while typing leaves the last results in place; the reader is told. */
["htmx:responseError", "htmx:sendError"].forEach((name) => {
  document.addEventListener(name, () => {
    document.getElementById("answer-status").textContent = "The search did not answer. Press Find precedents to try again.";
  });
});

/* Contributing and reviewing with scripts: hide what is selected, send once, and keep what was typed when the
   connection is gone. Everything works without them. */
"use strict";

const checked = document.querySelector(".thread--checked");
const hideField = document.getElementById("hide");

/* A selection within the text offers to hide it, beside where it ends. */
if (checked && hideField) {
  const offer = document.createElement("button");
  offer.type = "button";
  offer.className = "usa-button hide-selected";
  offer.hidden = true;
  document.body.append(offer);

  document.addEventListener("selectionchange", () => {
    const selection = document.getSelection();
    const words = selection.toString().replace(/\s+/g, " ").trim();
    const within = selection.rangeCount && checked.contains(selection.getRangeAt(0).commonAncestorContainer);
    offer.hidden = !within || !words || words.length > 200 || /[[\]]/.test(words);
    if (offer.hidden) return;
    const place = selection.getRangeAt(0).getBoundingClientRect();
    offer.textContent = words.length > 24 ? "Hide this too" : `Hide "${words}" too`;
    offer.dataset.words = words;
    const left = Math.min(place.left, document.documentElement.clientWidth - offer.offsetWidth - 8);
    offer.style.left = `${Math.max(8, left) + window.scrollX}px`;
    offer.style.top = `${place.bottom + 8 + window.scrollY}px`;
  });

  offer.addEventListener("click", () => {
    hideField.value = offer.dataset.words;
    offer.hidden = true;
    hideField.form.requestSubmit();
  });
}

/* A file that is too large is said at its field before it is sent. */
document.querySelectorAll("input[type=file][data-most]").forEach((field) => {
  field.addEventListener("change", () => {
    const tooLarge = field.files.length && field.files[0].size > Number(field.dataset.most);
    field.setCustomValidity(
      tooLarge ? "The file is larger than 20 MB. Export the chat without media, or only the days that matter." : "",
    );
    field.reportValidity();
  });
});

/* Sends once, and only when the archive answers: a page of the browser's own would lose what was typed. */
document.querySelectorAll("form[data-keeps]").forEach((form) => {
  form.addEventListener("submit", (event) => {
    if (form.dataset.sending === "yes") {
      if (form.dataset.reached !== "yes") event.preventDefault();
      return;
    }
    event.preventDefault();
    form.dataset.sending = "yes";
    const button = event.submitter;
    fetch("/static/favicon.svg", { method: "HEAD", cache: "no-store" }).then(
      () => {
        form.dataset.reached = "yes";
        form.requestSubmit(button);
        form.dataset.reached = "no";
      },
      () => {
        form.dataset.sending = "no";
        noConnection(form, button);
      },
    );
  });
});

window.addEventListener("pageshow", () => {
  document.querySelectorAll("form[data-keeps]").forEach((form) => {
    form.dataset.sending = "no";
  });
});

/* Asks before a page is left by another way than its own buttons: the browser keeps none of what was typed. The steps
   before a contribution is handed in are stored nowhere, changed or not. */
window.addEventListener("beforeunload", (event) => {
  const left = [...document.querySelectorAll("form[data-keeps]")].some(
    (form) => form.dataset.sending !== "yes" && (form.dataset.keeps === "unsaved" || hasChanged(form)),
  );
  if (left) event.preventDefault();
});

function noConnection(form, button) {
  notSent(form, button, "There is no connection. Nothing was sent, and everything you typed is still here. Try again.");
}

function notSent(form, button, why) {
  let says = form.querySelector(".not-sent");
  if (!says) {
    says = document.createElement("p");
    says.className = "usa-error-message not-sent";
    says.setAttribute("role", "alert");
    (button || form.lastElementChild).after(says);
  }
  says.textContent = why;
}

/* A desk has several forms. Whatever is typed into the case and not saved would be gone with any of the others, and
   the case be approved as it was before. */
const record = document.querySelector("form[data-record]");

document.addEventListener("submit", (event) => {
  if (!record || event.target === record || !event.target.closest("main") || !isUnsaved()) return;
  event.preventDefault();
  notSent(event.target, event.submitter, "What you typed into the case is not saved. Save it first; reload the page to drop it.");
});

function isUnsaved() {
  return hasChanged(record);
}

function hasChanged(form) {
  return form.dataset.record === "typed" || [...form.elements].some(isChanged);
}

function isChanged(field) {
  if (field.type === "checkbox" || field.type === "radio") return field.checked !== field.defaultChecked;
  if (field.options) {
    const first = [...field.options].findIndex((option) => option.defaultSelected);
    return field.selectedIndex !== Math.max(first, 0);
  }
  return "defaultValue" in field && field.value !== field.defaultValue;
}

import { api, type Person } from "./api";
import { el, icon } from "./dom";
import { text } from "./texts";

// Teams shows a given thumb for as long as the page is open; the bot is the one that keeps it.
const given = new Map<string, "like" | "dislike">();

/** Thumbs below an answer, with room for a comment. */
export function feedbackElement(person: Person, activityId: string): HTMLElement {
  const form = el("form", { class: "feedback-form" });
  const status = el("span", { class: "soft", attributes: { role: "status" } });
  const buttons = {
    like: el("button", { class: "quiet", testid: "feedback-like", label: "like", onclick: () => ask("like") }, icon("up")),
    dislike: el("button", { class: "quiet", testid: "feedback-dislike", label: "dislike", onclick: () => ask("dislike") }, icon("down")),
  };
  form.hidden = true;
  mark();
  return el("div", { class: "feedback" }, el("div", { class: "feedback-row" }, buttons.like, buttons.dislike, status), form);

  function mark(): void {
    const reaction = given.get(`${person.key}/${activityId}`);
    for (const name of ["like", "dislike"] as const) buttons[name].setAttribute("aria-pressed", String(reaction === name));
  }

  function ask(reaction: "like" | "dislike"): void {
    const comment = el("textarea", {
      id: `comment-${activityId}`, testid: "feedback-comment", attributes: { rows: "2", maxlength: "1000" },
    });
    form.onsubmit = (event) => {
      event.preventDefault();
      void send(reaction, comment.value);
    };
    form.onkeydown = (event) => {
      if (event.key === "Escape") close();
    };
    const submit = el("button", { class: "primary", testid: "feedback-send", text: "feedbackSend" });
    submit.type = "submit";
    form.replaceChildren(
      el("label", { text: reaction === "like" ? "feedbackLike" : "feedbackDislike", attributes: { for: comment.id } }),
      comment,
      el("p", { class: "soft", text: "feedbackOptional" }),
      el("div", { class: "row" }, submit, el("button", { text: "cancel", onclick: () => close() })),
    );
    form.hidden = false;
    status.textContent = "";
    comment.focus();
    form.scrollIntoView({ block: "nearest" });

    function close(): void {
      form.hidden = true;
      buttons[reaction].focus();
    }
  }

  async function send(reaction: "like" | "dislike", comment: string): Promise<void> {
    try {
      await api.feedback(person.key, activityId, reaction, comment);
      given.set(`${person.key}/${activityId}`, reaction);
      mark();
      form.hidden = true;
      status.textContent = text("feedbackThanks");
      buttons[reaction].focus();
    } catch (error) {
      status.textContent = error instanceof Error ? error.message : "";
    }
  }
}

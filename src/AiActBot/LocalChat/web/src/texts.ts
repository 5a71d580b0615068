export type Language = "nl" | "en";

const texts = {
  nl: {
    title: "AiActBot, lokaal uitproberen",
    localBadge: "Lokaal",
    localBadgeLong: "Draait alleen op deze computer",
    skip: "Naar het berichtveld",
    people: "Wie ben je?",
    peopleHelp: "Jij speelt iedereen. Wissel van persoon om de andere kant te zien: wat de een indient, keurt de ander goed.",
    language: "Taal",
    themeDark: "Donker thema",
    themeLight: "Licht thema",
    chat: "Chat",
    mail: "Mail",
    views: "Weergave",
    log: "Gesprek met AiActBot",
    botStatus: "Vraagbaak voor de AI-verordening",
    composer: "Bericht aan AiActBot",
    composerPlaceholder: "Stel een vraag…",
    send: "Versturen",
    stop: "Stop met antwoorden",
    typing: "AiActBot is aan het typen…",
    you: "Jij",
    tryThis: "Probeer eens",
    tryThisShow: "Voorbeelden",
    tryThisHide: "Voorbeelden verbergen",
    aiLabel: "Door AI gemaakt",
    updated: "Bijgewerkt",
    suggestions: "Voorgestelde antwoorden",
    citation: "Bron",
    sources: "Bronnen",
    openSource: "Open de bron",
    close: "Sluiten",
    like: "Goed antwoord",
    dislike: "Geen goed antwoord",
    feedbackLike: "Wat was er goed aan dit antwoord?",
    feedbackDislike: "Wat kan er beter aan dit antwoord?",
    feedbackOptional: "Niet verplicht. Deel geen persoonsgegevens.",
    feedbackSend: "Feedback versturen",
    feedbackThanks: "Bedankt voor je feedback.",
    cancel: "Annuleren",
    retry: "Opnieuw proberen",
    failTimeout: "AiActBot antwoordde niet op tijd. Probeer het opnieuw.",
    failUnreachable: "AiActBot is niet bereikbaar. Draait de server nog?",
    failStatus: "AiActBot kon dit niet verwerken (fout {0}). In het venster van de server staat waarom.",
    failCard: "Dit is niet gelukt. Probeer het opnieuw.",
    cardUnreadable: "Deze kaart kan niet worden getoond.",
    attachment: "Bijlage: {0}",
    connectionLost: "De verbinding met de server is weg. Zodra hij er weer is, gaat het vanzelf verder.",
    emptyChat: "Hier begint je gesprek met AiActBot.",
    mailbox: "Postvak van {0}",
    mailEmpty: "Nog geen mail",
    mailEmptyHelp: "Mail die AiActBot aan {0} stuurt, verschijnt hier vanzelf.",
    mailboxOutside: "Postvak van {0} en van andere partijen buiten de organisatie",
    mailEmptyOutside: "Mail die AiActBot aan {0} of aan een andere partij buiten de organisatie stuurt, verschijnt hier vanzelf.",
    mailChoose: "Kies een mail om die te lezen.",
    mailFrom: "Van",
    mailTo: "Aan",
    mailBack: "Terug naar het postvak",
    mailAttachments: "Bijlagen",
    mailUnread: "ongelezen",
    noSubject: "(geen onderwerp)",
    unread: "{0} ongelezen",
    working: "Bezig…",
    colleague: "Je bent nu {0}",
    gallery: "Alle kaarten van AiActBot",
    galleryTheme: "Thema",
    galleryWidth: "Breedte",
    galleryDetails: "Details",
    gallerySheet: "Blad",
  },
  en: {
    title: "AiActBot, local try-out",
    localBadge: "Local",
    localBadgeLong: "Runs on this computer only",
    skip: "Skip to the message box",
    people: "Who are you?",
    peopleHelp: "You play everyone. Switch person to see the other side: what one submits, another approves.",
    language: "Language",
    themeDark: "Dark theme",
    themeLight: "Light theme",
    chat: "Chat",
    mail: "Mail",
    views: "View",
    log: "Conversation with AiActBot",
    botStatus: "Answers about the EU AI Act",
    composer: "Message to AiActBot",
    composerPlaceholder: "Ask a question…",
    send: "Send",
    stop: "Stop answering",
    typing: "AiActBot is typing…",
    you: "You",
    tryThis: "Try this",
    tryThisShow: "Examples",
    tryThisHide: "Hide examples",
    aiLabel: "AI-generated",
    updated: "Updated",
    suggestions: "Suggested replies",
    citation: "Source",
    sources: "Sources",
    openSource: "Open the source",
    close: "Close",
    like: "Good answer",
    dislike: "Not a good answer",
    feedbackLike: "What was good about this answer?",
    feedbackDislike: "What could be better about this answer?",
    feedbackOptional: "Optional. Do not share personal data.",
    feedbackSend: "Send feedback",
    feedbackThanks: "Thank you for your feedback.",
    cancel: "Cancel",
    retry: "Try again",
    failTimeout: "AiActBot did not answer in time. Please try again.",
    failUnreachable: "AiActBot cannot be reached. Is the server still running?",
    failStatus: "AiActBot could not handle this (error {0}). The server's window says why.",
    failCard: "That did not work. Please try again.",
    cardUnreadable: "This card cannot be shown.",
    attachment: "Attachment: {0}",
    connectionLost: "The connection to the server is gone. When it is back, this page carries on by itself.",
    emptyChat: "Your conversation with AiActBot begins here.",
    mailbox: "Mailbox of {0}",
    mailEmpty: "No mail yet",
    mailEmptyHelp: "Mail that AiActBot sends to {0} appears here by itself.",
    mailboxOutside: "Mailbox of {0} and of other parties outside the organisation",
    mailEmptyOutside: "Mail that AiActBot sends to {0} or to another party outside the organisation appears here by itself.",
    mailChoose: "Choose a mail to read it.",
    mailFrom: "From",
    mailTo: "To",
    mailBack: "Back to the mailbox",
    mailAttachments: "Attachments",
    mailUnread: "unread",
    noSubject: "(no subject)",
    unread: "{0} unread",
    working: "Working…",
    colleague: "You are now {0}",
    gallery: "Every card of AiActBot",
    galleryTheme: "Theme",
    galleryWidth: "Width",
    galleryDetails: "Details",
    gallerySheet: "Sheet",
  },
} as const;

export type TextKey = keyof (typeof texts)["nl"];

let language: Language = "nl";

export const currentLanguage = (): Language => language;

export function text(key: TextKey, ...values: string[]): string {
  return texts[language][key].replace(/\{(\d)\}/g, (_, index: string) => values[Number(index)] ?? "");
}

/**
 * Elements carry the key of their text, so that a change of language needs no new page and loses no input.
 * `parts` are those that may not be in the document at the moment.
 */
export function showLanguage(next: Language, ...parts: HTMLElement[]): void {
  language = next;
  document.documentElement.lang = next;
  document.title = text("title");
  for (const part of [document.body, ...parts])
    for (const element of part.querySelectorAll<HTMLElement>("[data-text],[data-label],[data-placeholder]")) applyText(element);
}

export function applyText(element: HTMLElement): void {
  const { text: content, label, placeholder, values } = element.dataset;
  const inserted = values ? (JSON.parse(values) as string[]) : [];
  if (content) element.textContent = text(content as TextKey, ...inserted);
  if (label) {
    element.setAttribute("aria-label", text(label as TextKey, ...inserted));
    if (element instanceof HTMLButtonElement) element.title = text(label as TextKey, ...inserted);
  }
  if (placeholder) element.setAttribute("placeholder", text(placeholder as TextKey));
}

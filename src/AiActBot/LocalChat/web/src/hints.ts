import type { Language } from "./texts";

/** What a newcomer can try as each person. Plain sentences that anybody might write. */
const hints: Record<string, Record<Language, string[]>> = {
  staff: {
    nl: [
      "Mogen we emoties van collega's laten herkennen door AI?",
      "Wanneer gelden de regels voor hoog-risico-AI?",
      "Ik wil melden dat een AI-systeem niet goed werkt",
    ],
    en: [
      "May we use AI to recognise the emotions of colleagues?",
      "From when do the rules for high-risk AI apply?",
      "I want to report that an AI system may not conform",
    ],
  },
  "project-leader": {
    nl: ["Beoordeel een AI-systeem", "Wat moet een gebruiksverantwoordelijke doen?", "Toon mijn AI-systemen"],
    en: ["Assess an AI system", "What must a deployer do?", "Show my AI systems"],
  },
  "compliance-officer": {
    nl: ["Toon de openstaande dossiers", "Welke data komen eraan?", "Wie moeten we informeren bij een corrigerende maatregel?"],
    en: ["Show the open cases", "Which dates are coming up?", "Who must be told about a corrective action?"],
  },
  distributor: {
    nl: ["Wat moet een distributeur doen?", "Wat doe ik als een AI-systeem niet voldoet?"],
    en: ["What must a distributor do?", "What do I do when an AI system does not conform?"],
  },
};

export const hintsFor = (person: string, language: Language): string[] => hints[person]?.[language] ?? [];

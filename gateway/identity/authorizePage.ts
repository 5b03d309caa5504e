import type { AuthorizationRequest } from "./authorizationRequest.ts";
import type { PersonaListing } from "./personaListing.ts";

/**
 * The page where somebody chooses who to be: one button a persona, no script.
 *
 * @param styles address of the style sheet
 */
export function authorizePage(
  request: AuthorizationRequest,
  personas: readonly PersonaListing[],
  styles: string,
): string {
  const hidden = Object.entries(request)
    .map(([name, value = ""]) => `<input type="hidden" name="${name}" value="${escaped(value)}">`)
    .join("");
  const choices = personas.map(
    ({ name, description }) =>
      `<li><button class="kern-btn kern-btn--secondary" name="persona" value="${escaped(name)}" aria-describedby="about-${escaped(name)}">` +
      `<span class="kern-label">${escaped(name)}</span></button>` +
      `<p class="kern-body" id="about-${escaped(name)}">${escaped(description.de)}<br><span lang="en">${escaped(description.en)}</span></p></li>`,
  );
  return `<!doctype html>
<html lang="de" data-kern-theme="light">
<head>
<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Anmeldung der Demonstration · Sichtfeld</title>
<link rel="icon" href="data:,"><link rel="stylesheet" href="${escaped(styles)}">
</head>
<body class="issuer">
<main class="kern-container">
<h1 class="kern-title kern-title--large">Als wer möchten Sie sich anmelden?</h1>
<p class="kern-body">Der Identitätsanbieter der Demonstration prüft nichts: Jede und jeder kann jede dieser Personas sein. Keine davon gibt es wirklich.
<br><span lang="en">The demonstration’s identity provider checks nothing: anybody may be any of these personas. None of them exists.</span></p>
<form method="post" action="/issuer/authorize">${hidden}<ul class="personas">${choices.join("")}</ul></form>
</main>
</body>
</html>
`;
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}

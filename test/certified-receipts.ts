/** What a provider writes back, in the shape of the technical rules (DM 2 November 2005): signed part, text, daticert.xml. */
export interface ReceiptWish {
  readonly kind: string;
  /** the Message-ID of ours it speaks of */
  readonly about: string;
  readonly recipient: string;
  readonly ownId?: string;
  readonly error?: string;
  readonly words?: string;
  /** in place of daticert.xml as it should be */
  readonly data?: string;
  readonly headerKind?: string;
  readonly headerAbout?: string;
  readonly filler?: number;
}

/** An invented municipality's certified address. */
export const recipient = 'protocollo@comune-di-prova.pec.example';

let made = 0;

export function providerReceipt(wish: ReceiptWish): string {
  made += 1;
  const { kind, about, ownId = `<ricevuta-${made}@pec.example>` } = wish;
  return `Return-Path: <posta-certificata@pec.example>
X-Ricevuta: ${wish.headerKind ?? kind}
X-Riferimento-Message-ID: ${wish.headerAbout ?? about}
Message-ID: ${ownId}
Date: Sun, 22 Nov 2026 11:00:05 +0100
From: posta-certificata@pec.example
To: ufficio@pec.example
Subject: ${kind.toUpperCase()}: richiesta
MIME-Version: 1.0
Content-Type: multipart/signed; protocol="application/x-pkcs7-signature"; micalg=sha-256; boundary="firma"

--firma
Content-Type: multipart/mixed; boundary="corpo"

--corpo
Content-Type: text/plain; charset=utf-8

Ricevuta di ${kind}${'.'.repeat(wish.filler ?? 0)}
--corpo
Content-Type: application/xml; name="daticert.xml"
Content-Disposition: inline; filename="daticert.xml"
Content-Transfer-Encoding: base64

${Buffer.from(wish.data ?? daticert(wish))
  .toString('base64')
  .replace(/.{76}/g, '$&\n')}
--corpo--
--firma
Content-Type: application/x-pkcs7-signature; name="smime.p7s"
Content-Disposition: attachment; filename="smime.p7s"
Content-Transfer-Encoding: base64

MIAGCSqGSIb3DQEHAqCAMIACAQExDzANBglghkgBZQMEAgEFADCABgkqhkiG9w0BBwE=
--firma--
`;
}

export function daticert({ kind, about, recipient, error = 'nessuno', words }: ReceiptWish): string {
  const toldOf = /consegna/.test(kind) ? `<consegna>${recipient}</consegna>` : '';
  const why = words === undefined ? '' : `<errore-esteso>${words}</errore-esteso>`;
  return `<?xml version="1.0" encoding="UTF-8"?>
<postacert tipo="${kind}" errore="${error}">
  <intestazione>
    <mittente>ufficio@pec.example</mittente>
    <destinatari tipo="certificato">${recipient}</destinatari>
    <risposte>ufficio@pec.example</risposte>
    <oggetto>Richiesta &amp; prova</oggetto>
  </intestazione>
  <dati>
    <gestore-emittente>Gestore d'Esempio S.p.A.</gestore-emittente>
    <data zona="+0100"><giorno>22/11/2026</giorno><ora>11:00:05</ora></data>
    <identificativo>opec.20261122110005.00001.1.1.1@pec.example</identificativo>
    <msgid>${about.replaceAll('<', '&lt;').replaceAll('>', '&gt;')}</msgid>
    <ricevuta tipo="completa"/>${toldOf}${why}
  </dati>
</postacert>
`;
}

/** Somebody's e-mail in the provider's envelope. */
export function providerEnvelope(wish: {
  sender: string;
  inReplyTo?: string;
  subject?: string;
  text?: string;
  certified?: boolean;
  ownId?: string;
  file?: string;
}): string {
  made += 1;
  const { sender, subject = 'Re: richiesta', text = 'Si concede il nulla osta, prot. 4711/2026.' } = wish;
  return `X-Trasporto: ${wish.certified === false ? 'errore' : 'posta-certificata'}
X-Riferimento-Message-ID: <scritto-da-altri-${made}@example.example>
Message-ID: ${wish.ownId ?? `<busta-${made}@pec.example>`}
Date: Sun, 22 Nov 2026 12:00:05 +0100
From: "Per conto di: ${sender}" <posta-certificata@pec.example>
To: ufficio@pec.example
Subject: POSTA CERTIFICATA: ${subject}
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary="busta"

--busta
Content-Type: text/plain; charset=utf-8

Messaggio di posta certificata
--busta
Content-Type: message/rfc822; name="postacert.eml"
Content-Disposition: inline; filename="postacert.eml"

Message-ID: <scritto-da-altri-${made}@example.example>
From: ${sender}
To: ufficio@pec.example
Subject: ${subject}
${wish.inReplyTo === undefined ? '' : `In-Reply-To: ${wish.inReplyTo}\n`}MIME-Version: 1.0
Content-Type: multipart/mixed; boundary="dentro"

--dentro
Content-Type: text/plain; charset=utf-8

${text}
--dentro
Content-Type: application/pdf; name="nulla-osta.pdf"
Content-Disposition: attachment; filename="nulla-osta.pdf"
Content-Transfer-Encoding: base64

${Buffer.from(wish.file ?? '%PDF-1.7 prova').toString('base64')}
--dentro--
--busta--
`;
}

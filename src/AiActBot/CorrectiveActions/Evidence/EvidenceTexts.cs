namespace AiActBot.CorrectiveActions.Evidence;

/// <summary>How somebody checks an evidence file without this program, in both languages: who reads it may be anybody.</summary>
internal static class EvidenceTexts
{
    public static string Steps(EvidenceRecord record) =>
        $"""
        Dossier / case {record.Number} - {record.System} - {record.Organisation}
        Hoofd van de audittrail / head of the audit trail: {record.AuditHead} ({record.AuditEntries})
        Bewaren tot en met / keep until: {record.KeepUntil}

        NEDERLANDS
        1. Pak het archief uit in een lege map.
        2. Controleer de bestanden:          sha256sum -c SHA256SUMS
        3. Controleer de keten:              python3 verify.py
        4. Vergelijk het hoofd hierboven met een hoofd dat je langs een andere weg kreeg. Zonder die vergelijking
           is te zien dat er niets is gewijzigd, maar niet dat er aan het eind niets ontbreekt.
        De hash van een regel is SHA-256 over "aiactbot/audit/1", het nummer (8 bytes, hoogste eerst), de vorige hash
        (32 bytes) en de inhoud (UTF-8). Namen van personen staan in case.json en niet in de keten.

        ENGLISH
        1. Unpack the archive into an empty folder.
        2. Check the files:                  sha256sum -c SHA256SUMS
        3. Check the chain:                  python3 verify.py
        4. Compare the head above with a head that you got another way. Without that comparison you see that nothing
           was changed, but not that nothing is missing at the end.
        The hash of an entry is SHA-256 over "aiactbot/audit/1", the number (8 bytes, big-endian), the previous hash
        (32 bytes) and the content (UTF-8). Names of persons are in case.json and not in the chain.

        """;
}

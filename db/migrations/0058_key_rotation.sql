-- Searches among accounts name those they showed, so that people can be told who saw theirs (ADR 0044).
CREATE INDEX audit_entry_seen_accounts ON audit_entry USING gin ((detail -> 'accounts')) WHERE jsonb_typeof(detail -> 'accounts') = 'array';

/**
 * SQL: where a session stands that was opened by the account `a` with a password or a weak login (`s.level` below 2), of
 * somebody who works. `to-prove`: there is a second factor, and it was not asked; `to-add`: there must be one by now;
 * `asked`: there must be one soon. Null: all is well. `$default` is whether one is asked for where nobody has decided, `$grace`
 * for how many days it may wait then, `$now` the time.
 */
export function secondFactorSql({ byItself, grace, now }: { byItself: string; grace: string; now: string }): string {
  return `
    CASE WHEN s.level >= 2 THEN NULL
    WHEN EXISTS (SELECT FROM authenticator_app f WHERE f.account_id = a.id AND f.added_at IS NOT NULL)
      OR EXISTS (SELECT FROM passkey k WHERE k.account_id = a.id)
      THEN jsonb_build_object('state', 'to-prove')
    ELSE (
      SELECT jsonb_build_object('state', CASE WHEN f.first_at + x.grace <= ${now} THEN 'to-add' ELSE 'asked' END,
                                'until', f.first_at + x.grace)
      FROM second_factor_asked f,
      LATERAL (
        SELECT coalesce((SELECT second_factor FROM access_rule WHERE office_id IS NULL), ${byItself})
                 OR coalesce(bool_or(o.second_factor), false) AS asked,
               make_interval(days => least(
                 coalesce((SELECT grace_days FROM access_rule WHERE office_id IS NULL), ${grace}), min(o.grace_days))) AS grace
        FROM account_role r
        LEFT JOIN access_rule o ON o.office_id = r.office_id
          OR r.with_sites AND o.office_id IN (SELECT c.id FROM office c WHERE c.parent_id = r.office_id)
        WHERE r.account_id = a.id AND r.role <> 'integration') AS x
      WHERE f.account_id = a.id AND x.asked)
    END`;
}

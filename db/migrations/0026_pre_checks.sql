-- pre_checks
SELECT 1;

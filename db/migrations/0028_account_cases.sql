-- account_cases
SELECT 1;

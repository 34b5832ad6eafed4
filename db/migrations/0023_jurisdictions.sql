-- jurisdictions
SELECT 1;

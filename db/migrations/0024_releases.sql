-- releases
SELECT 1;

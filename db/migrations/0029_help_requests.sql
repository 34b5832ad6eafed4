-- help_requests
SELECT 1;

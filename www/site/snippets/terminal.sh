npx bc-status 429
curl -sSi "$URL" | npx bc-status diagnose --url "$URL"

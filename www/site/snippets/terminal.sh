npx bc-status 429
curl -i "$URL" | npx bc-status diagnose --url "$URL"

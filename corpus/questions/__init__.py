"""What readers asked to be kept: saved searches with their alerts, and wanted cases. Redacted words only."""

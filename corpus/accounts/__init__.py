"""Reviewers and stewards: accounts, sessions on the server, and how often a sign-in was tried."""

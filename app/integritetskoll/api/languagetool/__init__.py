"""LanguageTool's HTTP protocol under `/v2`: findings underlined where people already write.

The protocol: the Swagger page of LanguageTool's HTTP API, and what its clients really send.
"""

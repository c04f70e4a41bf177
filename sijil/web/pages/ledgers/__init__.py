"""What is kept beside incidents, a file a ledger: totals, displacement, access, agreements, control, sources."""

from __future__ import annotations

from fastapi import APIRouter

from sijil.web.pages.ledgers import access, agreements, control, displacement, source, sources, totals, words

router = APIRouter()
for pages in (totals, displacement, access, agreements, control, sources, source, words):
    router.include_router(pages.router)

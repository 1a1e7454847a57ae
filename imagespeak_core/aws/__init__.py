"""A way to AWS, and to servers that speak like it; whoever speaks to AWS shares it.

clients        clients for services that are paid by the call, and the region
connection     one connection for all who call, made anew where its credentials are refused
failures       why a call failed
service_files  what botocore knows of services, read once for all connections
"""

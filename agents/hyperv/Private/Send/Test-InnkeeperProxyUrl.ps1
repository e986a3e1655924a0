function Test-InnkeeperProxyUrl {
    <#
    .SYNOPSIS
        Null when this can be a proxy, or none, else the reason why not.
    #>
    [CmdletBinding()]
    [OutputType([string])]
    param ([Parameter(Mandatory)] [AllowNull()] [AllowEmptyString()] [string] $Proxy)
    if (-not $Proxy) { return $null }
    $url = $null
    if (-not [uri]::TryCreate($Proxy, 'Absolute', [ref] $url) -or $url.Scheme -ne 'http') { return "'$Proxy' is no address of a proxy. It looks like http://proxy.example:3128." }
    # A password would stand in settings.json, and be shown. The agent's own account can sign in.
    if ($url.UserInfo) { return 'The address of the proxy holds a name or password. Leave them out; -ProxyUseDefaultCredentials signs in as the agent''s account.' }
    $null
}

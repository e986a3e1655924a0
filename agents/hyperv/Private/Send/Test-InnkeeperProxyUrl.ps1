function Test-InnkeeperProxyUrl {
    <#
    .SYNOPSIS
        Returns null if the proxy address is valid or empty, otherwise the reason why it is not valid.
    #>
    [CmdletBinding()]
    [OutputType([string])]
    param ([Parameter(Mandatory)] [AllowNull()] [AllowEmptyString()] [string] $Proxy)
    if (-not $Proxy) { return $null }
    $url = $null
    if (-not [uri]::TryCreate($Proxy, 'Absolute', [ref] $url) -or $url.Scheme -ne 'http') { return "'$Proxy' is not a proxy address. Use the form http://proxy.example:3128." }
    # A password would be stored in settings.json and displayed. The agent's own account can authenticate.
    if ($url.UserInfo) { return 'The proxy address contains a name or password. Remove them; -ProxyUseDefaultCredentials authenticates as the agent''s account.' }
    $null
}

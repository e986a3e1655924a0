function Test-InnkeeperServerUrl {
    <#
    .SYNOPSIS
        Null when the agent may speak to this address, else the reason why not.
    #>
    [CmdletBinding()]
    [OutputType([string])]
    param (
        [Parameter(Mandatory)] [AllowEmptyString()] [string] $Server,
        [Parameter(Mandatory)] [bool] $AllowPlainHttp
    )
    $url = $null
    if (-not [uri]::TryCreate($Server, 'Absolute', [ref] $url) -or $url.Scheme -notin 'https', 'http') { return "'$Server' is no address of a server. It looks like https://innkeeper.example." }
    if ($url.UserInfo -or $url.Query -or $url.Fragment) { return "'$Server' holds more than an address: leave out name, password, ? and #." }
    if ($url.Scheme -eq 'http' -and -not $url.IsLoopback -and -not $AllowPlainHttp) {
        return "'$Server' is plain HTTP: the token and the names of all VMs could be read on the way. Use https, or say -AllowPlainHttp."
    }
    $null
}

<#
.SYNOPSIS
    Fetches the Innkeeper agent from its server, proves that it is the package that was shown, and installs it on this host.
.DESCRIPTION
    Served by the server under /agent/install.ps1 and started by the line that the page "Enrol a host" shows. The package is
    held against the SHA-256 of that line before anything of it is unpacked or run.

    For closed networks the same file lies in the package: unpack innkeeper-agent.zip, and run install.ps1 from there. It then
    fetches nothing.
.EXAMPLE
    .\install.ps1 -Server https://innkeeper.example -Key ike_... -WhatIf

    From the unpacked package: says what would be done.
#>
[CmdletBinding(SupportsShouldProcess)]
param (
    # The server's address. May be left out when an installed agent is repaired or upgraded from an unpacked package.
    [string] $Server,

    # An enrolment key. May be left out when this host is enrolled already.
    [string] $Key,

    # SHA-256 of the package, as the server's page shows it. Needed when the package is fetched.
    [string] $Sha256,

    # A group managed service account, DOMAIN\name$. Without it the agent works as Local System, or as before.
    [string] $Account,

    # A proxy, for this download and for the agent.
    [string] $Proxy,
    [switch] $ProxyUseDefaultCredentials,

    # Speaks plain HTTP to a server that is not this machine.
    [switch] $AllowPlainHttp
)
Set-StrictMode -Version 3.0
$ErrorActionPreference = 'Stop'
if ($PSVersionTable.PSVersion -lt [version] '5.1') { throw "This is PowerShell $($PSVersionTable.PSVersion). Install Windows Management Framework 5.1 first." }
if (-not [Environment]::Is64BitProcess) { throw 'This is a 32-bit PowerShell. Start the 64-bit one.' }

$unpacked = $null
$bytes = $null
if ($PSScriptRoot -and [System.IO.File]::Exists([System.IO.Path]::Combine($PSScriptRoot, 'Innkeeper', 'Innkeeper.psd1'))) {
    $module = [System.IO.Path]::Combine($PSScriptRoot, 'Innkeeper', 'Innkeeper.psd1')
}
else {
    if (-not $Server) { throw 'Say -Server, or run this file from the unpacked package.' }
    if ($Sha256 -notmatch '\A[0-9a-fA-F]{64}\z') { throw 'Say -Sha256 as the server shows it: what is fetched is not run unproven.' }
    $url = [uri] $Server
    if ($url.Scheme -eq 'http' -and -not $url.IsLoopback -and -not $AllowPlainHttp) { throw "'$Server' is plain HTTP. Use https, or say -AllowPlainHttp." }
    # 0 is "as Windows decides" and is left alone: adding to it would shut TLS 1.3 out.
    $protocols = [System.Net.ServicePointManager]::SecurityProtocol
    if ([int] $protocols -ne 0) { [System.Net.ServicePointManager]::SecurityProtocol = $protocols -bor [System.Net.SecurityProtocolType]::Tls12 }

    $client = [System.Net.WebClient]::new()
    $client.Proxy = $null
    if ($Proxy) {
        $client.Proxy = [System.Net.WebProxy]::new($Proxy)
        $client.Proxy.UseDefaultCredentials = [bool] $ProxyUseDefaultCredentials
    }
    $bytes = $client.DownloadData($Server.TrimEnd('/') + '/agent/innkeeper-agent.zip')
    $hash = [System.BitConverter]::ToString([System.Security.Cryptography.SHA256]::Create().ComputeHash($bytes)).Replace('-', '')
    if ($hash -ne $Sha256) { throw "The package is not the one that was shown: its SHA-256 is $hash. Nothing was unpacked." }
}

# In a session that has the agent loaded, what is installed now takes its place.
foreach ($loaded in Get-Module -Name Innkeeper) { Remove-Module -ModuleInfo $loaded -WhatIf:$false }
try {
    if ($null -ne $bytes) {
        [void] [System.Reflection.Assembly]::Load('System.IO.Compression, Version=4.0.0.0, Culture=neutral, PublicKeyToken=b77a5c561934e089')
        $archive = [System.IO.Compression.ZipArchive]::new([System.IO.MemoryStream]::new($bytes))
        foreach ($entry in $archive.Entries) {
            if ($entry.FullName -match '\.\.|:|\\|\A/') { throw "The package holds a name that leads elsewhere: $($entry.FullName). Nothing was unpacked." }
        }
        # Unpacked where only administrators write, from the very bytes that were proven; gone again when this ends.
        $unpacked = [System.IO.Path]::GetFullPath([System.IO.Path]::Combine([Environment]::GetFolderPath('ProgramFiles'), "Innkeeper-setup-$([guid]::NewGuid().ToString('N'))"))
        foreach ($entry in $archive.Entries) {
            $file = [System.IO.Path]::Combine($unpacked, $entry.FullName.Replace('/', [System.IO.Path]::DirectorySeparatorChar))
            [void] [System.IO.Directory]::CreateDirectory([System.IO.Path]::GetDirectoryName($file))
            $from = $entry.Open()
            $to = [System.IO.FileStream]::new($file, 'Create', 'Write', 'None')
            try { $from.CopyTo($to) }
            finally {
                $to.Dispose()
                $from.Dispose()
            }
        }
        $module = [System.IO.Path]::Combine($unpacked, 'Innkeeper', 'Innkeeper.psd1')
    }
    Import-Module -Name $module
    # Only what was said is handed on: what was not said is kept as it is by a repeated installation.
    $wanted = @{}
    foreach ($name in 'Server', 'Key', 'Account', 'Proxy', 'ProxyUseDefaultCredentials', 'AllowPlainHttp') {
        if ($PSBoundParameters.ContainsKey($name)) { $wanted[$name] = $PSBoundParameters[$name] }
    }
    Install-Innkeeper @wanted -WhatIf:$WhatIfPreference
}
finally {
    # The session goes on with what was installed, which it finds by its name: not with what was unpacked.
    foreach ($loaded in Get-Module -Name Innkeeper) { Remove-Module -ModuleInfo $loaded -WhatIf:$false }
    if ($null -ne $unpacked -and [System.IO.Directory]::Exists($unpacked)) { [System.IO.Directory]::Delete($unpacked, $true) }
}

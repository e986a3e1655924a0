function Get-InnkeeperMachine {
    <#
    .SYNOPSIS
        Returns the identity of this machine: { name, fqdn, machineId, ubr }. The id is a hash of MachineGuid, which is not sent itself.
    #>
    [CmdletBinding()]
    [OutputType([hashtable])]
    param ()
    $guid = [Microsoft.Win32.Registry]::GetValue('HKEY_LOCAL_MACHINE\SOFTWARE\Microsoft\Cryptography', 'MachineGuid', $null)
    if (-not $guid) { throw 'MachineGuid cannot be read. It is not available in a 32-bit PowerShell: start the 64-bit one.' }
    $network = [System.Net.NetworkInformation.IPGlobalProperties]::GetIPGlobalProperties()
    $fqdn = if ($network.DomainName) { "$($network.HostName).$($network.DomainName)" } else { $network.HostName }
    @{
        name      = [Environment]::MachineName
        fqdn      = $fqdn
        machineId = Get-InnkeeperHash ([System.Text.Encoding]::UTF8.GetBytes(([string] $guid).ToLowerInvariant()))
        ubr       = ConvertTo-InnkeeperInteger ([Microsoft.Win32.Registry]::GetValue('HKEY_LOCAL_MACHINE\SOFTWARE\Microsoft\Windows NT\CurrentVersion', 'UBR', $null))
    }
}
